// Triages one complaint and prints who receives it, why, and what is due when: lapor.hpp, no JSON library.
//
//     quickstart [PACK...]
//
// The PACKs are files of packs and overlays, for example share/lapor/packs/id.12.71.json of the installation.
#include <lapor.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

// lapor has no clock: the host says what time it is. A real one puts its own here.
constexpr std::string_view REQUEST = R"({"now":"2026-11-23T09:00:00+07:00","jurisdiction":"12.71","detail":"full","complaint":{
  "title":"Lampu jalan padam",
  "content":"Lampu jalan di Jalan Denai, Medan Denai, padam sejak seminggu. Gelap sekali kalau malam."}})";

int fail(const lapor::error &error) {
  std::cerr << "error     " << error.code() << "\nat        " << error.path() << "\n          " << error.text_en() << '\n';
  return 1;
}

// Prints the string at a JSON pointer after a label; false if there is none.
bool print(const lapor::answer &answer, std::string_view label, const std::string &pointer) {
  const auto text = answer.str(pointer);
  if (text) std::cout << label << *text << '\n';
  return text.has_value();
}

void print(const lapor::answer &answer) {
  print(answer, "matter    ", "/matter/name/id");
  print(answer, "place     ", "/place/region/name");

  // Exactly one of lead and needs_triage is there: lapor never shows a guess as the competent office.
  if (print(answer, "receiver  ", "/route/lead/name")) {
    const std::string reasons = "/route/candidates/0/reasons";
    for (std::size_t i = 0; i < answer.size(reasons).value_or(0); ++i) {
      print(answer, "because   ", reasons + '/' + std::to_string(i) + "/text/id");
    }
  } else {
    print(answer, "decides   ", "/route/needs_triage/coordinator/name");
    print(answer, "because   ", "/route/needs_triage/reason/text/id");
  }
  print(answer, "question  ", "/route/question/text/id");

  for (std::size_t i = 0; i < answer.size("/deadlines").value_or(0); ++i) {
    const std::string deadline = "/deadlines/" + std::to_string(i);
    if (print(answer, "due       ", deadline + "/due")) print(answer, "          ", deadline + "/name/id");
  }
}

}  // namespace

int main(int argc, char **argv) {
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    if (!file) {
      std::cerr << "quickstart: " << argv[i] << " cannot be read\n";
      return 1;
    }
    files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }

  const auto engine = lapor::engine::create({files.begin(), files.end()});
  if (!engine) return fail(engine.error());
  const auto answer = engine->call("triage", REQUEST);
  if (!answer) return fail(answer.error());
  print(*answer);
}
