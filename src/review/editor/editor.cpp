#include "cotejo/editor.hpp"

#include <charconv>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "cotejo/anchor.hpp"
#include "foreign/http.hpp"
#include "review/editor/export.hpp"
#include "review/editor/findings.hpp"
#include "review/editor/guard.hpp"
#include "review/editor/requests.hpp"
#include "review/page/page_files.hpp"
#include "review/report/places.hpp"

namespace cotejo {
namespace {

/// So many rows are reviewed before the act is answered; more are reviewed behind its back.
constexpr std::size_t reviewed_at_once = 100;

HttpResponse plain(int status, std::string text) {
  return {status, "text/plain; charset=utf-8", std::move(text), {}};
}
HttpResponse forbidden() { return plain(403, "this needs the address that cotejo printed\n"); }
HttpResponse not_found() { return plain(404, "there is nothing here\n"); }

HttpResponse json(std::string body, int status = 200) {
  HttpResponse out;
  out.status = status;
  out.body = std::move(body);
  return out;
}

/// A file of the page; where it says its language, the reader's.
HttpResponse file_answer(std::string_view name, std::string_view language) {
  const auto file = page_file(name);
  if (!file) return not_found();
  HttpResponse out;
  out.body = file->bytes;
  out.type = name.ends_with(".html")  ? "text/html; charset=utf-8"
             : name.ends_with(".css") ? "text/css; charset=utf-8"
                                      : "text/javascript; charset=utf-8";
  constexpr std::string_view english = "<html lang=\"en\">";
  if (const auto at = out.body.find(english); at != out.body.npos && name.ends_with(".html")) {
    out.body.replace(at, english.size(), "<html lang=\"" + std::string(language) + "\">");
  }
  return out;
}

std::int64_t number(std::string_view digits) {
  std::int64_t out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

/// A file's name that any system takes: the project's, its other characters made "_".
std::string download_name(const std::string& path) {
  std::string out = std::filesystem::path(path).stem().string();
  for (char& c : out) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.';
    if (!plain) c = '_';
  }
  return out;
}

}  // namespace

class Editor::Service {
 public:
  Service(Project project, EditorSetup setup)
      : project_(std::move(project)),
        setup_(std::move(setup)),
        server_(
            {.port = setup_.port, .most_bytes = std::size_t{1} << 23, .threads = 32, .hosts = {}},
            [this](const HttpRequest& request) {
              HttpResponse response = answer(request);
              shield(response);
              return response;
            }),
        guard_(random_token(), server_.port()) {}

  std::string address() const {
    return "http://127.0.0.1:" + std::to_string(server_.port()) + "/?token=" + guard_.token();
  }

  void run(const std::atomic<bool>& stop) {
    const std::jthread reviewer([this](const std::stop_token& done) { review_all(done); });
    server_.run(stop);
  }

 private:
  HttpResponse answer(const HttpRequest& request) {
    const std::string_view path = request.path;
    constexpr std::string_view page = "/page/";
    if (path == "/") {  // the page is no secret, and a tab that is loaded again knows the token
      const bool wrong = !request.parameter("token").empty() && !guard_.admits_link(request);
      return wrong ? forbidden() : file_answer("index.html", setup_.reader.language);
    }
    if (path.starts_with(page) && request.method == "GET") {
      return file_answer(path.substr(page.size()), setup_.reader.language);
    }
    if (!path.starts_with("/api/")) return not_found();
    const bool download = path == "/api/export" && guard_.admits_link(request);
    if (!download && !guard_.admits(request)) return forbidden();
    try {
      if (request.method == "GET" && path == "/api/project") return project();
      if (request.method == "GET" && path == "/api/changes") return changes(request);
      if (request.method == "GET" && path == "/api/export") return exported(request);
      if (request.method == "POST" && path == "/api/act") return act(request);
      if (request.method == "POST" && path == "/api/memory") return remember(request);
      return not_found();
    } catch (const Conflict& conflict) {
      return json(error_answer(spoken(conflict.message(), setup_.reader), conflict.row()), 409);
    } catch (const Error& error) {
      return json(error_answer(spoken(error.message(), setup_.reader)), 422);
    }
  }

  HttpResponse project() {
    const std::lock_guard lock(mutex_);
    refresh();
    return json(project_answer(shown(), std::filesystem::path(project_.path()).stem().string(),
                               project_.note("memory")));
  }

  HttpResponse changes(const HttpRequest& request) {
    const std::lock_guard lock(mutex_);
    refresh();
    return json(changes_answer(shown(), number(request.parameter("since"))));
  }

  HttpResponse exported(const HttpRequest& request) {
    ExportFile file = export_project(state_now(), request.parameter("format"),
                                     request.parameter("confirmed") == "1", setup_);
    const std::string name = download_name(project_.path()) + file.ending;
    return {200,
            file.type,
            std::move(file.bytes),
            {{"Content-Disposition", "attachment; filename=\"" + name + '"'}}};
  }

  HttpResponse remember(const HttpRequest& request) {
    std::string location = read_location(request.body);
    const ProjectState state = state_now();
    if (location.empty()) {
      const std::lock_guard lock(mutex_);
      location = project_.note("memory");
    }
    const AddReport report = add_to_memory(state, location);
    const std::lock_guard lock(mutex_);
    project_.set_note("memory", location);
    return json(memory_answer(report));
  }

  HttpResponse act(const HttpRequest& request) {
    const std::lock_guard lock(mutex_);
    const ActRequest asked = read_act(request.body, project_.state());
    const std::optional<RowId> focus = std::visit(
        [&]<typename Asked>(const Asked& chosen) {
          if constexpr (std::is_same_v<Asked, Undo>) return project_.undo(asked.seen);
          if constexpr (std::is_same_v<Asked, Redo>) return project_.redo(asked.seen);
          if constexpr (std::is_same_v<Asked, Act>) {
            return project_.act(chosen, asked.seen, [this](Side source, Side target) {
              return align_anew(std::move(source), std::move(target));
            });
          }
        },
        asked.act);
    review_changed();
    return json(act_answer(shown(), asked.seen, focus));
  }

  Alignment align_anew(Side source, Side target) const {
    source.anchors = find_anchors(source.document, setup_.source_lexicon);
    target.anchors = find_anchors(target.document, setup_.target_lexicon);
    return align(source, target, setup_.dictionary, setup_.align);
  }

  ProjectState state_now() {
    const std::lock_guard lock(mutex_);
    refresh();
    return project_.state();
  }

  void refresh() {
    if (project_.refresh()) review_changed();
  }

  Shown shown() const { return {project_, findings_, setup_}; }

  /// The rows that are new, by themselves, and soon all of them together.
  void review_changed() {
    findings_.dismiss(project_.state().dismissed, project_.revision());
    const std::vector<ProjectRow> rows = findings_.stale(project_.state());
    if (rows.empty()) return;
    if (rows.size() <= reviewed_at_once) take(rows, find_in(project_.state(), rows, setup_));
    review_due_ = true;
    changed_.notify_one();
  }

  void take(const std::vector<ProjectRow>& rows, std::vector<std::vector<RowFinding>> found) {
    if (findings_.take(rows, std::move(found), project_.state(), project_.revision() + 1)) {
      project_.count_revision();
    }
  }

  /// Reviews all rows together whenever some have changed and a second has passed without another
  /// act: what one document calls by several names shows in the whole alone.
  void review_all(const std::stop_token& done) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, done, [this] { return review_due_; })) {
      review_due_ = false;
      const ProjectState state = project_.state();
      lock.unlock();
      std::vector<std::vector<RowFinding>> found = find_in(state, state.rows, setup_);
      lock.lock();
      take(state.rows, std::move(found));
      changed_.wait_for(lock, done, std::chrono::seconds(1), [] { return false; });
    }
  }

  std::mutex mutex_;  ///< over the project, the findings and what is due
  std::condition_variable_any changed_;
  bool review_due_ = true;
  Project project_;
  EditorSetup setup_;
  Findings findings_;
  HttpServer server_;
  Guard guard_;
};

Editor::Editor(Project project, EditorSetup setup)
    : service_(std::make_unique<Service>(std::move(project), std::move(setup))) {}

Editor::~Editor() = default;

std::string Editor::address() const { return service_->address(); }

void Editor::run(const std::atomic<bool>& stop) { service_->run(stop); }

}  // namespace cotejo
