// lapor for C++17: the same library as lapor.h, with owners that free themselves and results that hold a value or an error.
//
//     auto engine = lapor::engine::create();
//     if (!engine) return fail(engine.error().code());
//     auto answer = engine->call("triage", request);
//     if (answer) std::cout << answer->str("/route/lead/name").value_or("(disposisi)") << '\n';
//
// ERRORS
//   No function here throws but result::value, which asks for it. A result<T> converts to bool: true, it holds a T, reached by * and ->;
//   false, it holds a lapor::error. What an error says (code, path, texts) is that of the wire; two codes are of this layer:
//   "bad_argument", where lapor.h would give LAPOR_BAD_ARGUMENT, and "abi_mismatch", where the library that was loaded is not that of
//   this header.
//
// OWNERSHIP
//   engine, answer and error own what they hold; they move and do not copy. A string_view that a getter gives belongs to its answer or
//   error and goes with it. An answer outlives its engine.
//
// THREADS
//   As in lapor.h: any number of threads may use one const engine or one const answer at once.
//
// Written by hand; lapor.h beside it has the whole contract.

#ifndef LAPOR_HPP
#define LAPOR_HPP

#include "lapor.h"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lapor {

namespace detail {

struct free_answer {
  void operator()(lapor_answer *answer) const noexcept { lapor_answer_free(answer); }
};

struct free_engine {
  void operator()(lapor_engine *engine) const noexcept { lapor_engine_free(engine); }
};

using answer_handle = std::unique_ptr<lapor_answer, free_answer>;
using engine_handle = std::unique_ptr<lapor_engine, free_engine>;

// What answers and errors have in common: getters by JSON pointer over a handle that may be empty.
class body {
 public:
  // The string at a JSON pointer; nothing if there is none there (null and numbers are none) or the pointer is not one.
  std::optional<std::string_view> str(const char *pointer) const noexcept { return text(lapor_answer_str, pointer); }
  std::optional<std::string_view> str(const std::string &pointer) const noexcept { return str(pointer.c_str()); }

  // The value at a JSON pointer as JSON, as it stands in the answer; also of null.
  std::optional<std::string_view> raw(const char *pointer) const noexcept { return text(lapor_answer_raw, pointer); }
  std::optional<std::string_view> raw(const std::string &pointer) const noexcept { return raw(pointer.c_str()); }

  // The whole number at a JSON pointer.
  std::optional<std::int64_t> integer(const char *pointer) const noexcept {
    return value<std::int64_t>(lapor_answer_int, pointer);
  }
  std::optional<std::int64_t> integer(const std::string &pointer) const noexcept { return integer(pointer.c_str()); }

  // The truth value at a JSON pointer.
  std::optional<bool> boolean(const char *pointer) const noexcept {
    const auto found = value<std::int32_t>(lapor_answer_bool, pointer);
    return found ? std::optional<bool>(*found != 0) : std::nullopt;
  }
  std::optional<bool> boolean(const std::string &pointer) const noexcept { return boolean(pointer.c_str()); }

  // How many items the list, or members the object, at a JSON pointer has.
  std::optional<std::size_t> size(const char *pointer) const noexcept {
    return value<std::size_t>(lapor_answer_len, pointer);
  }
  std::optional<std::size_t> size(const std::string &pointer) const noexcept { return size(pointer.c_str()); }

  // The whole envelope, the same bytes in every host; empty if this was moved from or is an error of this layer.
  std::string_view json() const noexcept {
    const char *text = nullptr;
    std::size_t len = 0;
    lapor_answer_json(handle_.get(), &text, &len);
    return len == 0 ? std::string_view() : std::string_view(text, len);
  }

  // The handle, for functions of lapor.h; still owned by this object.
  const lapor_answer *get() const noexcept { return handle_.get(); }

 protected:
  explicit body(answer_handle handle) noexcept : handle_(std::move(handle)) {}

 private:
  template <class Getter>
  std::optional<std::string_view> text(Getter getter, const char *pointer) const noexcept {
    const char *text = nullptr;
    std::size_t len = 0;
    if (getter(handle_.get(), pointer, &text, &len) != LAPOR_OK) return std::nullopt;
    return std::string_view(text, len);
  }

  template <class T, class Getter>
  std::optional<T> value(Getter getter, const char *pointer) const noexcept {
    T found{};
    if (getter(handle_.get(), pointer, &found) != LAPOR_OK) return std::nullopt;
    return found;
  }

  answer_handle handle_;
};

}  // namespace detail

// An answer without error. Pointers address the value of "answer".
class answer : public detail::body {
 public:
  // Takes over an answer that lapor_call gave together with LAPOR_OK.
  explicit answer(lapor_answer *owned) noexcept : body(detail::answer_handle(owned)) {}
};

// Why there is no result. Pointers address the value of "error".
class error : public detail::body {
 public:
  // Takes over an answer that holds an error; code is for errors of this layer, which have no answer.
  explicit error(lapor_status status, lapor_answer *owned = nullptr, const char *code = "bad_argument") noexcept
      : body(detail::answer_handle(owned)), status_(status), code_(code) {}

  // The code to compare: "bad_json", "unknown_field", "too_large", "pack_invalid", "internal" and so on, see docs/wire.md.
  std::string_view code() const noexcept { return str("/code").value_or(code_); }

  // Where in the request, as a JSON pointer; "" is the whole of it.
  std::string_view path() const noexcept { return str("/path").value_or(std::string_view()); }

  // What to show, in Indonesian and in English; it never quotes the request.
  std::string_view text_id() const noexcept { return str("/text/id").value_or(code_); }
  std::string_view text_en() const noexcept { return str("/text/en").value_or(code_); }

  // The status of lapor.h.
  lapor_status status() const noexcept { return status_; }

 private:
  lapor_status status_;
  const char *code_;
};

// A T or an error, in the manner of std::expected.
template <class T>
class [[nodiscard]] result {
 public:
  result(T value) noexcept : either_(std::in_place_index<0>, std::move(value)) {}
  result(lapor::error error) noexcept : either_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const noexcept { return either_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  // The value; there must be one.
  T &operator*() & noexcept { return *checked(std::get_if<0>(&either_)); }
  const T &operator*() const & noexcept { return *checked(std::get_if<0>(&either_)); }
  T &&operator*() && noexcept { return std::move(*checked(std::get_if<0>(&either_))); }
  T *operator->() noexcept { return checked(std::get_if<0>(&either_)); }
  const T *operator->() const noexcept { return checked(std::get_if<0>(&either_)); }

  // The error; there must be one.
  const lapor::error &error() const & noexcept { return *checked(std::get_if<1>(&either_)); }
  lapor::error &&error() && noexcept { return std::move(*checked(std::get_if<1>(&either_))); }

#if defined(__cpp_exceptions) || defined(_CPPUNWIND)
  // The value, or a std::runtime_error that names the code and the path of the error.
  T &value() & { return ensure(), **this; }
  const T &value() const & { return ensure(), **this; }
  T &&value() && { return ensure(), *std::move(*this); }
#endif

 private:
  template <class P>
  static P checked(P found) noexcept {
    assert(found != nullptr && "lapor::result: asked for what it does not hold");
    return found;
  }

#if defined(__cpp_exceptions) || defined(_CPPUNWIND)
  void ensure() const {
    if (has_value()) return;
    throw std::runtime_error("lapor: " + std::string(error().code()) + " at \"" + std::string(error().path()) + "\"");
  }
#endif

  std::variant<T, lapor::error> either_;
};

// An engine: the reference data, checked and compiled. It never changes.
class engine {
 public:
  // An engine of the built-in packs and, in this order, the given packs and overlays (the bytes of their files); the later one wins.
  static result<engine> create(const std::vector<std::string_view> &packs = {}) {
    return make(lapor_engine_new, packs);
  }

  // The same, kept for the process: the same packs give it again at once. For hosts that begin anew with each request.
  static result<engine> shared(const std::vector<std::string_view> &packs = {}) {
    return make(lapor_engine_shared, packs);
  }

  // Calls an operation, for example "triage": a JSON object in, an answer out.
  result<answer> call(std::string_view op, std::string_view request) const noexcept {
    lapor_answer *out = nullptr;
    const lapor_status status = lapor_call(handle_.get(), op.data(), op.size(), request.data(), request.size(), &out);
    if (status != LAPOR_OK) return lapor::error(status, out);
    return answer(out);
  }

  // The handle, for functions of lapor.h; still owned by this object.
  const lapor_engine *get() const noexcept { return handle_.get(); }

 private:
  explicit engine(lapor_engine *owned) noexcept : handle_(owned) {}

  template <class Maker>
  static result<engine> make(Maker maker, const std::vector<std::string_view> &packs) {
    if (lapor_abi_version() != LAPOR_ABI_VERSION) return lapor::error(LAPOR_BAD_ARGUMENT, nullptr, "abi_mismatch");
    std::vector<lapor_bytes> bytes;
    bytes.reserve(packs.size());
    for (const std::string_view pack : packs) bytes.push_back({pack.data(), pack.size()});
    lapor_engine *engine = nullptr;
    lapor_answer *refusal = nullptr;
    const lapor_status status = maker(bytes.data(), bytes.size(), &engine, &refusal);
    if (status != LAPOR_OK) return lapor::error(status, refusal);
    return lapor::engine(engine);
  }

  detail::engine_handle handle_;
};

}  // namespace lapor

#endif  // LAPOR_HPP
