#include "ui/model/study_folder.h"

#include <fmt/format.h>

#include <string_view>
#include <system_error>

#include "base/error.h"
#include "base/file.h"
#include "study/study_command.h"
#include "ui/model/folder_beside.h"
#include "ui/model/point_costs.h"
#include "ui/model/study_writer.h"

namespace acim::ui {

namespace fs = std::filesystem;

namespace {

void require_free(const fs::path& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return;
  if (fs::is_directory(path, ignored) && fs::is_empty(path, ignored)) return;
  throw Error(ErrorKind::output, Phrase("Error", "Something has this name already"), path.string(),
              Phrase("Error", "Choose another name"));
}

std::string data_name(std::size_t run) {
  return fmt::format("data/run-{}.csv", run + 1);
}

std::string csv_of(const FolderRun& one) {
  const std::vector<PointCost> costs = one.layers ? point_costs(*one.layers, one.run->spec) : std::vector<PointCost>();
  return results_csv(one.run->spec, results_of(*one.run), one.run->provenance, cost_columns(costs));
}

std::string readme(const StudyFolder& folder) {
  std::string text = fmt::format(
      "A study of {}, as a folder.\n\n"
      "study.acim     all of it: settings, runs, every prediction, notes. ACiM Explorer opens it.\n"
      "settings.json  the knobs as they stood. Run them with\n"
      "                 {}\n"
      "data/          a table of each run: a row for each point with images, accuracy, its 95 % interval, energy and\n"
      "               every knob. Numbers as in C; the lines that begin with # say where they come from.\n"
      "pictures/      the charts as they stood in the window.\n",
      folder.software, folder.run_settings);
  for (std::size_t i = 0; i < folder.runs.size(); ++i) {
    const FolderRun& one = folder.runs[i];
    text += fmt::format("\n{}: {}\n", data_name(i), one.name);
    if (!one.note.empty()) text += fmt::format("  note: {}\n", one.note);
    const std::string command = study_command(one.run->spec);
    if (!command.empty()) text += fmt::format("  again: {}\n", command);
    for (const auto& [key, value] : one.run->provenance) text += fmt::format("  {}: {}\n", key, value);
  }
  return text;
}

void write(const fs::path& path, const QByteArray& bytes) {
  write_file_atomically(path, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

}  // namespace

void write_study_folder(const fs::path& path, const StudyFolder& folder) {
  require_free(path);
  const FolderBeside beside(path);
  const fs::path whole = beside.path() / "study";
  try {
    fs::create_directories(whole / "data");
    fs::create_directory(whole / "pictures");
    write_study(whole / "study.acim", *folder.study.run, folder.study.extras);
    write_file_atomically(whole / "settings.json", settings_text(folder.settings));
    for (std::size_t i = 0; i < folder.runs.size(); ++i) {
      write_file_atomically(whole / data_name(i), csv_of(folder.runs[i]));
    }
    for (const auto& [name, bytes] : folder.pictures) write(whole / "pictures" / name, bytes);
    write_file_atomically(whole / "README.txt", readme(folder));
    fs::rename(whole, path);
  } catch (const fs::filesystem_error& error) {
    throw Error(ErrorKind::output,
                Phrase("Error", "The folder cannot be written ({})").filled_with(error.code().message()), path.string(),
                Phrase("Error", "Choose another folder"));
  }
}

}  // namespace acim::ui
