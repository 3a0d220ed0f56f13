// The rules of lapor.hpp, one row each. Prints "N passed, N failed".
#include <lapor.hpp>

#include <iostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using namespace std::string_view_literals;

namespace {

int passed = 0, failed = 0;

void check(const char *what, bool holds) {
  ++(holds ? passed : failed);
  if (!holds) std::cerr << "failed: " << what << '\n';
}

constexpr std::string_view OVERLAY = R"({"pack":"id.12.71","kind":"overlay","version":"1","for":"12.71","requires":{"wire":1},
  "sources":{"S":"a test"},"offices":[{"id":"12.71/dishub","type":"opd:dishub","name":"Dinas Uji","source":"S"}]})";

constexpr std::string_view OFFICE = R"({"query":"12.71/dishub"})";

static_assert(!std::is_copy_constructible_v<lapor::engine> && !std::is_copy_constructible_v<lapor::answer>);
static_assert(std::is_nothrow_move_constructible_v<lapor::engine> && std::is_nothrow_move_assignable_v<lapor::answer>);
static_assert(noexcept(std::declval<const lapor::engine &>().call({}, {})));

void getters(const lapor::engine &engine) {
  const auto answer = engine.call("region.lookup", R"({"code":"12.71"})");
  check("a call has a value", answer.has_value() && static_cast<bool>(answer));
  check("str", answer->str("/regions/0/name") == "Kota Medan"sv);
  check("str of a std::string pointer", answer->str(std::string("/regions/0/name")) == "Kota Medan"sv);
  check("integer", answer->integer("/regions/0/level") == 2);
  check("size", answer->size("/regions") == 1U);
  check("raw", answer->raw("/matched") == "\"code\""sv);
  check("json is the envelope", answer->json().substr(0, 11) == "{\"ok\":true,"sv && answer->json().back() == '}');
  check("what is not there", !answer->str("/nowhere") && !answer->integer("/matched") && !answer->size("/matched"));
  check("no JSON pointer", !answer->str("regions") && !answer->str("/~"));
  check("NULL is no pointer", !answer->str(static_cast<const char *>(nullptr)));

  const auto triage = engine.call("triage", R"({"now":"2026-11-23T09:00:00+07:00","complaint":{"title":"","content":""}})");
  check("boolean", triage->boolean("/accepted") == false);
  check("null is no string, and raw shows it", !triage->str("/route/lead") && triage->raw("/route/lead") == "null"sv);
  const auto text = engine.call("text.normalize", "{\"text\":\"jln\\u0000rusak\"}");
  check("NUL in a text", text.has_value());
}

void errors(const lapor::engine &engine) {
  const auto unknown = engine.call("triage", R"({"nonsense":1})");
  check("a refusal has an error", !unknown && unknown.error().status() == LAPOR_ERROR_ANSWER);
  check("its code and path", unknown.error().code() == "unknown_field"sv && unknown.error().path() == "/nonsense"sv);
  check("its texts", !unknown.error().text_id().empty() && !unknown.error().text_en().empty());
  check("its getters", unknown.error().str("/code") == "unknown_field"sv);
  check("its json", unknown.error().json().substr(0, 12) == "{\"ok\":false,"sv);
  check("truncated JSON", engine.call("triage", "{\"now\":").error().code() == "bad_json"sv);
  check("an empty request", engine.call("triage", {}).error().code() == "bad_json"sv);
  check("no operation", engine.call({}, "{}").error().code() == "unknown_op"sv);
  check("an unknown operation", engine.call("triage\0"sv, "{}").error().code() == "unknown_op"sv);
  check("invalid UTF-8", engine.call("triage", "{\"now\":\"\xff\"}").error().code() == "bad_utf8"sv);
  check("beyond the limit", engine.call("triage", std::string(300 * 1024, ' ')).error().code() == "too_large"sv);
  check("a refused pack", lapor::engine::create({"{}"}).error().path().substr(0, 8) == "/packs/0"sv);

  bool thrown = false;
  try {
    (void)unknown.value();
  } catch (const std::runtime_error &fault) {
    thrown = fault.what() == "lapor: unknown_field at \"/nonsense\""sv;
  }
  check("value throws what the error says", thrown);
}

void ownership() {
  auto made = lapor::engine::create({OVERLAY});
  lapor::engine engine = *std::move(made);
  auto answer = engine.call("institution.search", OFFICE);
  {
    const lapor::engine gone = std::move(engine);
    check("a moved engine works", gone.call("institution.search", OFFICE)->str("/institutions/0/office/name") == "Dinas Uji"sv);
  }
  check("an answer outlives its engine", answer->str("/institutions/0/office/name") == "Dinas Uji"sv);
  const auto empty = engine.call("engine.info", "{}");
  check("a moved-from engine refuses", !empty && empty.error().status() == LAPOR_BAD_ARGUMENT);
  check("an error of this layer", empty.error().code() == "bad_argument"sv && empty.error().path().empty() && empty.error().json().empty());

  lapor::answer first = std::move(answer).value();
  check("value of a temporary moves", first.get() != nullptr);
  lapor::answer second = std::move(first);
  check("a moved-from answer is empty", first.get() == nullptr && first.json().empty() && !first.str(""));
  second = *lapor::engine::create()->call("engine.info", "{}");
  check("assignment frees what was there", second.integer("/wire") == LAPOR_WIRE_VERSION);
}

void sharing() {
  const auto first = lapor::engine::shared({OVERLAY}), again = lapor::engine::shared({OVERLAY});
  check("shared engines", first && again && first->get() != again->get());
  check("and their packs", again->call("institution.search", OFFICE)->str("/institutions/0/office/name") == "Dinas Uji"sv);
}

}  // namespace

int main() {
  const auto engine = lapor::engine::create();
  if (!engine) return 1;
  getters(*engine);
  errors(*engine);
  ownership();
  sharing();
  std::cout << passed << " passed, " << failed << " failed\n";
  return failed != 0;
}
