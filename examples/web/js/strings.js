// Every string of this page, in both languages. What the library says comes with both.

const s = (id, en) => ({ id, en });

export const STRINGS = {
  heading: s("Sampaikan laporan", "Send a report"),
  lead: s(
    "Selagi Anda menulis, halaman ini menunjukkan siapa yang akan menerima laporan Anda dan mengapa. Pemeriksaan berjalan di perangkat Anda sendiri; tidak ada yang dikirim.",
    "While you write, this page shows who would receive your report, and why. The checks run on your own device; nothing is sent.",
  ),
  skip: s("Langsung ke hasil pemeriksaan", "Skip to what the check says"),
  footer: s(
    "Contoh pemakaian pustaka lapor. Bukan layanan resmi KemenPANRB. Hasilnya saran; manusia yang memutuskan.",
    "An example of the library lapor. Not an official service of KemenPANRB. It suggests; people decide.",
  ),
  took: s("Pemeriksaan terakhir: {ms} milidetik.", "Last check: {ms} milliseconds."),

  desk: s("Laporan disampaikan kepada", "The report is made to"),
  desk_medan: s("Pemerintah Kota Medan", "Medan City Government"),
  desk_national: s("Kanal nasional", "National channel"),
  title: s("Judul laporan", "Title"),
  content: s("Isi laporan", "What happened"),
  content_hint: s(
    "Ceritakan apa yang terjadi, di mana, dan sejak kapan. Jangan tulis nomor KTP, nomor telepon, atau nama orang lain.",
    "Say what happened, where, and since when. Leave out identity numbers, telephone numbers and other people's names.",
  ),
  place: s("Tempat kejadian", "Where it happened"),
  place_hint: s(
    "Boleh dikosongkan jika tempatnya sudah disebut dalam isi laporan.",
    "May be left empty if the report itself says where.",
  ),
  province: s("Provinsi", "Province"),
  regency: s("Kabupaten atau kota", "Regency or city"),
  district: s("Kecamatan", "District"),
  address: s("Alamat atau patokan", "Address or landmark"),
  unchosen: s("Tidak dipilih", "Not chosen"),
  visibility: s("Siapa yang boleh melihat", "Who may see it"),
  anonymous: s("Sembunyikan nama saya (anonim)", "Hide my name (anonymous)"),
  secret: s("Sembunyikan laporan dari umum (rahasia)", "Hide the report from the public (secret)"),
  send: s("Kirim laporan", "Send the report"),

  loading: s("Memuat program pemeriksa…", "Loading the program that checks reports…"),
  empty: s("Siap. Mulailah menulis, hasilnya muncul di sini.", "Ready. Start writing, and the result appears here."),
  sum_receiver: s("Penerima: {office}.", "Receiver: {office}."),
  sum_undecided: s("Penerima belum dapat ditetapkan.", "The receiver cannot be named yet."),
  sum_blocked: s("Laporan belum dapat dikirim.", "The report cannot be sent yet."),
  sum_question: s("Ada pertanyaan yang menentukan penerimanya.", "A question decides the receiver."),
  sum_findings: s("Catatan: {count}.", "Notes: {count}."),
  sum_personal: s("Data pribadi: {count}.", "Personal data: {count}."),

  trouble: s("Pemeriksaan tidak berjalan", "The check does not work"),
  retry: s("Coba lagi", "Try again"),
  code: s("Kode: {code}", "Code: {code}"),

  findings: s("Catatan", "Notes"),
  block: s("Harus diperbaiki", "Must be mended"),
  warn: s("Perlu diperhatikan", "Please look at this"),
  info: s("Baik untuk diketahui", "Good to know"),

  privacy: s("Data pribadi dalam laporan", "Personal data in the report"),
  redact: s("Samarkan", "Mask it"),
  redact_all: s("Samarkan semuanya", "Mask all of them"),
  becomes: s("diganti menjadi {replacement}", "becomes {replacement}"),

  question: s("Pertanyaan yang menentukan", "The deciding question"),
  answered: s("Jawaban Anda: {answer}", "Your answer: {answer}"),
  leads_to: s("penerima: {office}", "receiver: {office}"),
  take_back: s("Batalkan jawaban ini", "Take this answer back"),

  receiver: s("Penerima laporan", "Who receives it"),
  typical: s(
    "Nama ini yang biasa dipakai; nama resminya di daerah ini belum terdaftar.",
    "This is the usual name; the official one in this region is not registered yet.",
  ),
  undecided: s("Belum ditetapkan. Yang menentukan: {office}", "Not decided yet. Who decides: {office}"),
  with: s("Bersama:", "Together with:"),
  reasons: s("Alasannya", "The reasons"),

  understood: s("Yang terbaca dari laporan", "What was read from the report"),
  matter: s("Pokok masalah", "Matter"),
  category: s("Kategori", "Category"),
  where: s("Tempat", "Place"),
  unknown: s("belum diketahui", "not known yet"),
  one_of: s("salah satu dari: {names}", "one of: {names}"),

  deadlines: s("Tenggat", "Deadlines"),
  due: s("paling lambat {day} ({zone})", "by {day} ({zone})"),
  due_unknown: s("tanggalnya belum dapat dihitung", "the date cannot be computed"),
  basis: s("Dasar perhitungan", "What this rests on"),

  refused: s("Laporan belum dapat dikirim: {why}", "The report cannot be sent yet: {why}"),
  refused_unchecked: s(
    "Laporan belum dapat dikirim karena belum dapat diperiksa.",
    "The report cannot be sent yet, for it could not be checked.",
  ),
  sent: s("Laporan siap dikirim", "The report is ready"),
  sent_hint: s(
    "Contoh ini tidak mengirim apa pun. Aplikasi Anda kini akan mengirim:",
    "This example sends nothing. Your application would now send:",
  ),
};

/** What kinds of personal data are called; the set is open, so there is a word for those that are not here. */
export const KINDS = {
  nik: s("NIK", "National identity number (NIK)"),
  kk: s("Nomor kartu keluarga", "Family card number"),
  npwp: s("NPWP", "Tax number (NPWP)"),
  nip: s("NIP", "Civil servant number (NIP)"),
  bpjs: s("Nomor BPJS", "BPJS number"),
  passport: s("Nomor paspor", "Passport number"),
  kitas: s("Nomor izin tinggal", "Stay permit number"),
  account: s("Nomor rekening", "Bank account number"),
  plate: s("Nomor kendaraan", "Number plate"),
  phone: s("Nomor telepon", "Telephone number"),
  email: s("Alamat surel", "E-mail address"),
  number: s("Nomor pribadi", "Personal number"),
  name: s("Nama", "Name"),
  address: s("Alamat rumah", "Home address"),
  health: s("Kesehatan", "Health"),
  child: s("Data anak", "A child's data"),
  finance: s("Keuangan", "Finances"),
  crime: s("Catatan pidana", "Criminal record"),
  other: s("Data pribadi", "Personal data"),
};
