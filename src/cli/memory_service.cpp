#include "cli/memory_service.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "cli/memory_tasks.hpp"
#include "cotejo/error.hpp"
#include "cotejo/text.hpp"

namespace cotejo {
namespace {

using Json = nlohmann::ordered_json;

HttpResponse said(int status, const Json& json) {
  HttpResponse out;
  out.status = status;
  out.body = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  return out;
}

HttpResponse refused(int status, const char* why) { return said(status, {{"error", why}}); }

std::size_t number(std::string_view word, std::size_t usual, std::size_t least, std::size_t most) {
  std::size_t value = usual;
  std::from_chars(word.data(), word.data() + word.size(), value);
  return std::clamp(value, least, most);
}

/// es_us for es-US, as tmserver's clients write languages.
std::string as_clients_write(std::string tag) {
  for (char& c : tag) {
    if (c == '-') c = '_';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return tag;
}

/// The next part of a path, up to a slash; false at its end.
bool next_part(std::string_view& path, std::string& part) {
  if (path.empty()) return false;
  const std::size_t end = std::min(path.find('/'), path.size());
  part = path.substr(0, end);
  path.remove_prefix(std::min(end + 1, path.size()));
  return true;
}

}  // namespace

/// What a path asks for: "es", "en", "unit" and the rest.
struct MemoryService::Place {
  std::string source_language;
  std::string target_language;
  std::string kind;
  std::string rest;
};

/// A reader for one request.
class MemoryService::Lease {
 public:
  explicit Lease(MemoryService& service) : service_(service) {
    {
      const std::lock_guard lock(service_.mutex_);
      if (!service_.readers_.empty()) {
        reader_ = std::move(service_.readers_.back());
        service_.readers_.pop_back();
      }
    }
    if (!reader_) {
      reader_ = std::make_unique<Memory>(Memory::open(service_.store_, Memory::Mode::read));
    }
  }
  ~Lease() {
    const std::lock_guard lock(service_.mutex_);
    service_.readers_.push_back(std::move(reader_));
  }
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;

  Memory* operator->() const { return reader_.get(); }

 private:
  MemoryService& service_;
  std::unique_ptr<Memory> reader_;
};

MemoryService::MemoryService(std::string store, std::string token)
    : store_(std::move(store)), token_(std::move(token)) {}
MemoryService::~MemoryService() = default;

HttpResponse MemoryService::answer(const HttpRequest& request) {
  std::string_view path = request.path;
  for (const std::string_view prefix : {"/tmserver/", "/api/v1/", "/"}) {
    if (!path.starts_with(prefix)) continue;
    path.remove_prefix(prefix.size());
    break;
  }
  // A client whose address ends in a slash puts one more.
  path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
  const bool reading = request.method == "GET" || request.method == "HEAD";
  if (reading && (path == "languages" || path == "languages/")) return languages();
  Place place;
  if (!next_part(path, place.source_language) || !next_part(path, place.target_language) ||
      !next_part(path, place.kind)) {
    return refused(404, "nothing is here; ask /tmserver/SOURCE/TARGET/unit/TEXT");
  }
  place.rest = path;
  if (place.rest.empty()) place.rest = request.parameter("source");
  if (reading && place.kind == "unit") return look_up(request, place);
  if (request.method == "PUT" || request.method == "POST") return add(request, place);
  return refused(reading ? 404 : 405, "only GET, and PUT or POST of units");
}

HttpResponse MemoryService::look_up(const HttpRequest& request, const Place& place) {
  if (valid_utf8_prefix(place.rest) < place.rest.size()) return refused(400, "not UTF-8");
  constexpr std::size_t usual_similarity = 70;
  constexpr std::size_t usual_candidates = 5;
  SearchOptions options;
  options.source_language = place.source_language;
  options.target_language = place.target_language;
  options.least_score =
      static_cast<double>(number(request.parameter("min_similarity"), usual_similarity, 30, 100));
  options.limit = number(request.parameter("max_candidates"), usual_candidates, 1, 100);
  Json out = Json::array();
  const Lease reader(*this);
  for (const Match& match : reader->search(place.rest, options)) {
    const double quality = std::min(match.score, 100.0);
    Json one = {{"source", match.unit.source},
                {"target", match.adapted.empty() ? match.unit.target : match.adapted},
                {"quality", quality},
                {"rank", quality},
                {"context", match.unit.document}};
    if (!match.adapted.empty()) one["adapted_from"] = match.unit.target;
    out.push_back(std::move(one));
  }
  return said(200, out);
}

HttpResponse MemoryService::languages() {
  std::set<std::string> source;
  std::set<std::string> target;
  const Lease reader(*this);
  for (const auto& [from, to] : reader->languages()) {
    source.insert(as_clients_write(from));
    target.insert(as_clients_write(to));
  }
  return said(200, {{"sourceLanguages", source}, {"targetLanguages", target}});
}

HttpResponse MemoryService::add(const HttpRequest& request, const Place& place) {
  if (!same_secret(request.secret(), token_)) {
    return refused(401,
                   "adding takes the header Authorization: Bearer TOKEN, or the token as the "
                   "password in the address, http://any:TOKEN@HOST/");
  }
  Json body = Json::parse(request.body, nullptr, false);
  if (place.kind == "unit" && body.is_object()) body = Json::array({std::move(body)});
  if ((place.kind != "unit" && place.kind != "store") || !body.is_array()) {
    return refused(400, "expected {\"source\": ..., \"target\": ...}");
  }
  std::vector<MemoryUnit> units;
  const std::string date = date_for_units();
  for (const Json& one : body) {
    if (!one.is_object() || !one.contains("source") || !one.contains("target") ||
        !one["source"].is_string() || !one["target"].is_string()) {
      return refused(400, "expected {\"source\": ..., \"target\": ...}");
    }
    MemoryUnit& unit = units.emplace_back();
    unit.source = one["source"].get<std::string>();
    unit.target = one["target"].get<std::string>();
    unit.source_language = place.source_language;
    unit.target_language = place.target_language;
    if (place.kind == "store") unit.document = place.rest;
    unit.date = date;
  }
  const std::lock_guard lock(writing_);
  Memory memory = Memory::open(store_, Memory::Mode::write);
  const AddReport report = memory.add([&, next = units.begin()]() mutable {
    return next == units.end() ? std::nullopt : std::optional(*next++);
  });
  return said(200, {{"created", report.created},
                    {"updated", report.updated},
                    {"skipped", report.same + report.kept + report.empty + report.other_language},
                    {"failed", report.failed}});
}

}  // namespace cotejo
