"""Invented names, streets and sentences that are planted. Written for this purpose; no sentence comes from a complaint.

The names are usual ones from all parts of the country, put together at random: nobody in particular is meant.
"""

# Given names: Javanese, Sundanese, Batak, Minang, Malay, Bugis and Makassar, Balinese, Sasak, Dayak, Minahasan, Moluccan, from Timor, Papuan, Chinese.
GIVEN = """
Sutrisno Wagiman Paijo Suminten Poniyem Tukiyem Slamet Mulyadi Sugeng Retno Endang Bambang Widodo Lestari Wulandari Ngatini Parjo Sukarti
Asep Ujang Dadang Cecep Neneng Euis Iis Tatang Wawan Dedeh Ai Yayah Entin Aceng
Togar Parlindungan Saut Rotua Tiurma Hotma Binsar Lamtiur Poltak Marulam
Zulkifli Syafrizal Yusnita Rahmadani Afrizal Desmawati Nofrizal Elfira Yulhendri Darmawati
Fachri Syahrul Hamzah Nuraini Ruslan Zubaidah Mahmud Safrina Iskandar Cut Teuku
Baso Becce Andi Tenri Sitti Daeng Makmur Rosmini Ambo Hasnah
Wayan Made Nyoman Ketut Gede Kadek Putu Komang Luh
Lalu Baiq Sahnan Inaq
Jelani Sangkuriang Tapan Rangga Bawi
Jantje Deisy Meiske Noldy Feibe Altje
Yopi Costansina Elseba Melkianus Yohana Yosefina Oktovianus Markus Kornelia
Yulianus Mince Agustina Demianus Naomi Otniel Febelina Esau
Hendra Liliana Kwee Swan Giok Hok Mei Lan
Fitriani Rizki Aulia Dimas Galuh Nabila Reza Intan Bayu Melati Yudhistira Citra Ardi Mega Ilham Salsabila Farhan Putri Dewi Agung Rini Nur Siti Muhammad Ahmad Abdul
""".split()
FAMILY = """
Prasetyo Hartono Kusumo Wibowo Setiawan Nugroho Handayani Astuti Purnomo Saputro Wijayanti Subagyo Santosa
Suherman Permana Kurniadi Hidayat Sukmara Mulyana Rukmana Sobari
Simanjuntak Hutapea Siregar Nainggolan Tampubolon Sinaga Manurung Pasaribu Lubis Harahap Ginting Sembiring Tarigan
Chaniago Koto Piliang Tanjung Sikumbang Guci
Syahputra Rahman Ismail Fauzi Zainuddin Usman Hasibuan
Mappasessu Paturusi Amiruddin Mattulada Pallawa
Suardana Sudiarta Artawan Wirawan Adnyana Suartini Parwata
Wirajagat Mandalika
Narang Sawung Binti Ugang
Mandagi Rumengan Wowor Kaligis Lumentut
Latuconsina Pattiasina Matulessy Nanlohy
Nenobais Tefa Bria Fernandez Lawalata
Wenda Kogoya Yikwa Rumbiak Kambu Mandacan Wanggai Ayomi
Tanuwijaya Halim Gunawan Sutanto Lim Tjandra Wijaya
Maulana Pratama Ramadhan Khairunnisa Anggraini Safitri Hakim Firmansyah Utami Susanto
""".split()

STREETS = "Kenanga Cempaka Bougenville Kamboja Salak Duku Rajawali Merpati Cendrawasih Palem Raja Sawo Manis Kutilang Tanjung Permai Bambu Kuning Flamboyan Anyelir Teratai Murai Beringin Jati Indah Akasia Mahoni".split()
HAMLETS = "Sukamaju Karanganyar Mekarsari Tegalrejo Cibeureum Pasirjati Sidodadi Wonosari Kedungsari Bontosunggu Sungai Lareh Tanah Tinggi".split()

# {v} is the value. One list for each kind: with the label of the kind, and, where people do so, without it.
SENTENCES = {
    "nik": ("NIK saya {v}", "nik {v} mohon dicek", "No KTP saya {v}", "Ini nomor KTP ibu saya {v}", "dengan NIK {v} belum terdaftar", "no ktp. {v}", "nomor induk kependudukan {v} katanya ganda"),
    "kk": ("No KK {v}", "nomor kartu keluarga kami {v}", "kk saya {v} tidak aktif", "KK nomor {v} belum bisa dicetak", "No. Kartu Keluarga {v}", "nmr kk {v}"),
    "npwp": ("NPWP saya {v}", "npwp {v} atas usaha saya", "No. NPWP {v}", "nomor pokok wajib pajak {v}", "NPWP pribadi {v} belum padan"),
    "nip": ("NIP {v}", "nip beliau {v}", "dengan NIP. {v} belum naik pangkat", "pegawai tersebut ber-NIP {v}", "Nomor induk pegawai {v}"),
    "phone": ("nomor saya {v}", "Bisa hubungi saya di {v}", "no hp {v}", "WA {v}", "tolong telepon ke {v}", "no. whatsapp saya {v}", "Kontak {v}", "saya tunggu kabarnya di {v}", "cp {v}", "Telp. rumah {v}"),
    "email": ("email saya {v}", "Balasan ke {v}", "mohon kirim ke email {v}", "alamat surel {v}", "akun {v} tidak bisa dibuka", "surat elektronik: {v}"),
    "plate": ("nopol {v}", "Mobil dengan plat {v} parkir sembarangan", "plat nomor {v}", "truk {v} itu lewat tiap malam", "No. Polisi {v}", "motor {v} ugal-ugalan", "kendaraan bernomor polisi {v}", "angkot {v} ngetem"),
    "bpjs": ("No BPJS {v}", "nomor kartu KIS {v}", "kartu bpjs kesehatan saya {v} nonaktif", "noka {v}", "nomor peserta JKN {v}", "BPJS anak saya {v}"),
    "passport": ("no paspor {v}", "Paspor saya {v}", "nomor paspor {v} sudah habis masa berlakunya", "passport number {v}", "Paspor TKI {v} ditahan majikan"),
    "kitas": ("KITAS {v}", "nomor KITAS suami saya {v}", "No. KITAP {v}", "izin tinggal (ITAS) {v}", "kitas no {v} belum diperpanjang"),
    "account": ("rekening {b} {v}", "no rek {b} {v}", "Saya transfer ke {b} {v}", "norek {v} ({b})", "nomor rekening {v}", "uangnya dikirim ke rekening {b} nomor {v}", "rek. {b}: {v}"),
    "handle": ("cek akun ig @{v}", "akun twitter saya @{v}"),
}

# Cue forms of names; {v} is the name. What stands before the name decides the form's name in the table.
NAME_SENTENCES = {
    "nama": ("nama saya {v}", "Nama: {v}", "Nama lengkap : {v}", "perkenalkan nama saya {v}", "pelapor bernama {v}", "nama anak saya {v}"),
    "a.n.": ("a.n. {v}", "berkas a/n {v}", "sudah daftar an. {v}", "sertifikat A.N {v}"),
    "atas nama": ("atas nama {v}", "kartu itu atas nama {v}", "dibuat Atas Nama {v}"),
    "bapak": ("pemiliknya Bapak {v}", "menurut bapak {v} sudah disetujui", "rumah Bpk. {v} ikut terendam", "kami sudah lapor ke bpk {v}"),
    "ibu": ("Ibu {v} yang menagih", "lahan milik ibu {v}", "warga kami Ibu {v} sakit"),
    "pak": ("kemarin Pak {v} marah-marah", "tetangga saya pak {v} membakar sampah", "kata pak {v} harus bayar"),
    "bu": ("warung Bu {v} sampai malam", "tolong tegur bu {v}", "kata Bu {v} belum ada"),
    "saudara": ("saudara {v} belum menerima bantuan", "terlapor Saudara {v}", "saudari {v} dipungut biaya"),
    "sdr.": ("Sdr. {v} selaku pengurus", "pungutan oleh sdr {v}", "sdri. {v} tidak hadir"),
    "signature": ("\n\nHormat saya,\n{v}", "\n\nTerima kasih\n\n{v}", "\nSalam,\n{v}", "\nttd\n{v}", "\n\nHormat kami\n( {v} )"),
    "saya": ("saya {v} warga sini", "Saya, {v}, memohon bantuan", "perkenalkan saya {v}"),
    "office": ("ketua RT kami {v}", "oknum petugas {v}", "kepala dusun {v} diam saja"),
}
ADDRESS_SENTENCES = (
    "saya tinggal di {v}", "alamat rumah saya {v}", "Alamat saya: {v}", "rumah saya di {v}", "beralamat di {v}", "Alamat KTP {v}", "domisili saya di {v}", "rumah orang tua saya, {v}", "alamat pelapor {v}",
)
