#include "cotejo/project_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>

#include "cotejo/error.hpp"
#include "review/project.hpp"

namespace cotejo {
namespace {

/// A folder that goes away with the test.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "cotejo-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

/// Everything a person sees, in one text: what undo must give back byte for byte.
std::string everything(const ProjectState& state) {
  std::string out;
  for (const ProjectRow& row : state.rows) {
    out += std::to_string(row.id) + ' ' + said(state, row) + ' ' + std::to_string(row.confidence) +
           ' ' + std::string(name(row.state)) + (row.bookmark ? " *" : "") + ' ' +
           std::to_string(row.moved) + '\n';
    for (const SegmentId id : row.source) out += state.segment(id).edited ? 'e' : '-';
    for (const SegmentId id : row.target) out += state.segment(id).edited ? 'e' : '-';
  }
  for (const std::string& finding : state.dismissed) out += finding + '\n';
  return out;
}

/// An edition's letters in order, whatever it was cut into.
std::string letters(const ProjectState& state, Edition edition) {
  std::string out;
  for (const ProjectRow& row : state.rows) {
    for (const SegmentId id : edition == Edition::source ? row.source : row.target) {
      for (const char c : state.segment(id).text) {
        if (c != ' ') out += c;
      }
    }
  }
  return out;
}

/// Something that a person might do; it may turn out impossible.
class Person {
 public:
  explicit Person(std::uint32_t seed) : random_(seed) {}

  Act next(const ProjectState& state, bool editing) {
    const ProjectRow& row = state.rows[below(state.rows.size())];
    const RowId other = state.rows[below(state.rows.size())].id;
    const bool in_source = row.target.empty() || (!row.source.empty() && below(2) == 0);
    const Edition edition = in_source ? Edition::source : Edition::target;
    const auto& segments = in_source ? row.source : row.target;
    const SegmentId segment = segments[below(segments.size())];
    switch (below(editing ? 12 : 11)) {
      case 0:
        return MergeRows{row.id};
      case 1:
      case 2:
        return SplitRow{row.id, edition, segment, below(12)};
      case 3:
        return MoveBoundary{row.id, edition, below(2) == 0};
      case 4:
        return UnlinkRow{row.id};
      case 5:
        return LinkRows{row.id, other};
      case 6:
        return SetState{row.id, static_cast<RowState>(below(3))};
      case 7:
        return SetBookmark{row.id, below(2) == 0};
      case 8:
        return below(9) == 0 ? Act(ConfirmUntil{row.id}) : Act(SetState{row.id, RowState::open});
      case 9:
        return Realign{};
      case 10:
        return DismissFinding{row.id, "finding" + std::to_string(below(3)), below(2) == 0};
      default:
        return EditText{row.id, edition, segment, std::string(below(4), 'x')};
    }
  }

  /// Beads of one to three segments, anyhow.
  Alignment align(const Side& source, const Side& target) {
    Alignment out;
    Range from{0, 0};
    Range to{0, 0};
    while (from.end < source.segments.size() || to.end < target.segments.size()) {
      from = {from.end, std::min(source.segments.size(), from.end + below(3))};
      to = {to.end, std::min(target.segments.size(), to.end + below(3))};
      if (from.empty() && to.empty()) continue;
      out.beads.push_back({from, to, 0.5, {}});
    }
    return out;
  }

  std::size_t below(std::size_t end) { return random_() % end; }

 private:
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("whatever is done, no sentence is lost, and all of it can be taken back", "[editor]") {
  for (std::uint32_t seed = 0; seed < 12; ++seed) {
    CAPTURE(seed);
    const Folder folder;
    const bool editing = seed % 2 == 1;
    const ProjectState begin = small_project();
    Project project = Project::create(folder.file("a.cotejo"), begin);
    Person person(seed);
    const Aligner aligner = [&](const Side& source, const Side& target) {
      return person.align(source, target);
    };
    int done = 0;
    for (int i = 0; i < 120 && !project.state().rows.empty(); ++i) {
      const std::string before = everything(project.state());
      try {
        const std::int64_t revision = project.revision();
        project.act(person.next(project.state(), editing), revision, aligner);
        if (project.revision() != revision) ++done;
      } catch (const Error&) {
        REQUIRE(everything(project.state()) == before);
      }
      if (!editing) {
        REQUIRE(letters(project.state(), Edition::source) == letters(begin, Edition::source));
        REQUIRE(letters(project.state(), Edition::target) == letters(begin, Edition::target));
      }
      for (const ProjectRow& row : project.state().rows) {
        REQUIRE_FALSE((row.source.empty() && row.target.empty()));
      }
      if (i % 40 == 7) project = Project::open(project.path());  // as if it had been killed
    }
    const std::string last = everything(project.state());
    for (int i = 0; i < done; ++i) project.undo(project.revision());
    CHECK_FALSE(project.can_undo());
    CHECK(everything(project.state()) == everything(begin));
    project = Project::open(project.path());
    CHECK(everything(project.state()) == everything(begin));
    while (project.can_redo()) project.redo(project.revision());
    CHECK(everything(project.state()) == last);
    CHECK(everything(Project::open(project.path()).state()) == last);
  }
}

TEST_CASE("a row put between two others a hundred times stands where it was put", "[editor]") {
  const Folder folder;
  const Side source = side("es", {{std::string(200, 'a')}});
  Project project = Project::create(folder.file("a.cotejo"),
                                    begin_project(source, {}, {{{0, 1}, {0, 0}, 1, {}}}, {}));
  for (std::size_t letters = 199; letters > 99; --letters) {
    const ProjectRow& row = project.state().rows[0];
    project.act(SplitRow{row.id, Edition::source, row.source[0], letters}, project.revision());
  }
  CHECK(project.state().rows.size() == 101);
  CHECK(letters(project.state(), Edition::source) == std::string(200, 'a'));
  CHECK(everything(Project::open(project.path()).state()) == everything(project.state()));
}

TEST_CASE("what one window did is not undone unseen by another", "[editor]") {
  const Folder folder;
  Project project = Project::create(folder.file("a.cotejo"), small_project());
  const std::int64_t seen = project.revision();
  project.act(EditText{2, Edition::target, 7, "Second."}, seen);
  CHECK_THROWS_AS(project.act(MergeRows{1}, seen), Conflict);
  CHECK_THROWS_AS(project.act(EditText{2, Edition::target, 7, "2."}, seen), Conflict);
  CHECK_THROWS_AS(project.act(ConfirmUntil{3}, seen), Conflict);
  CHECK_THROWS_AS(project.undo(seen), Conflict);
  project.act(SetBookmark{4, true}, seen);  // another row: no conflict
  CHECK(said(project.state())[1] == "Tres. | Second. Three.");
  project.act(MergeRows{1}, project.revision());
  CHECK_THROWS_AS(project.act(SetBookmark{2, true}, seen), Conflict);  // it's gone
}

TEST_CASE("two programs with one project see each other's work", "[editor]") {
  const Folder folder;
  Project mine = Project::create(folder.file("a.cotejo"), small_project());
  Project theirs = Project::open(mine.path());
  CHECK_FALSE(theirs.refresh());
  mine.act(SetState{5, RowState::confirmed}, mine.revision());
  const std::int64_t seen = theirs.revision();
  CHECK_THROWS_AS(theirs.act(SetBookmark{5, true}, seen), Conflict);
  theirs.act(MergeRows{3}, seen);
  CHECK(theirs.state().rows.back().state == RowState::confirmed);
  CHECK(mine.refresh());
  CHECK(everything(mine.state()) == everything(theirs.state()));
  CHECK(mine.order_revision() == mine.revision());
  mine.undo(mine.revision());
  CHECK(mine.state().rows.size() == 5);
}

TEST_CASE("a new act forgets what was undone", "[editor]") {
  const Folder folder;
  Project project = Project::create(folder.file("a.cotejo"), small_project());
  project.act(MergeRows{1}, project.revision());
  project.undo(project.revision());
  project.act(MergeRows{2}, project.revision());
  CHECK_FALSE(project.can_redo());
  CHECK_THROWS_AS(project.redo(project.revision()), Error);
  project.undo(project.revision());
  CHECK(everything(project.state()) == everything(small_project()));
}

TEST_CASE("what is no project is refused, and stays as it is", "[editor]") {
  const Folder folder;
  const std::string text = folder.file("a.txt");
  std::ofstream(text) << "Once upon a time there was a file that was no database at all.\n";
  CHECK_THROWS_AS(Project::open(text), Error);
  CHECK_THROWS_AS(Project::open(folder.file("none.cotejo")), Error);
  CHECK_FALSE(std::filesystem::exists(folder.file("none.cotejo")));
  CHECK_THROWS_AS(Project::create(text, small_project()), Error);
  CHECK_THROWS_AS(Project::create(folder.file("no/where.cotejo"), small_project()), Error);
  CHECK(std::filesystem::file_size(text) == 63);
}

TEST_CASE("a project keeps what it was told beside the rows", "[editor]") {
  const Folder folder;
  Project project = Project::create(folder.file("a.cotejo"), small_project());
  CHECK(project.note("memory").empty());
  project.set_note("memory", "mine.db");
  CHECK(Project::open(project.path()).note("memory") == "mine.db");
  CHECK(project.state().source.language == "es");
}

}  // namespace cotejo
