#include "ui/model/study_document.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "study/held_noise.h"
#include "study/layer_sensitivity.h"
#include "study/named_setting.h"
#include "study/study_base.h"
#include "study/study_store.h"
#include "ui/model/adc_range_choice.h"

namespace acim::ui {

namespace {

using nlohmann::json;

constexpr int kVersion = 1;

json axis_json(const SweepAxis& axis) {
  return {{"key", axis.key}, {"values", axis.values}};
}

SweepAxis axis_of(const json& text) {
  return {text.at("key").get<std::string>(), text.at("values").get<std::vector<std::string>>()};
}

const char* state_name(StudyState state) {
  if (state == StudyState::finished) return "finished";
  return state == StudyState::failed ? "failed" : "stopped";
}

json record_json(const RunRecord& record, int place) {
  json curves = json::array();
  for (std::size_t curve = 0; curve < record.marks.size(); ++curve) {
    const CurveMarks& marks = record.marks[curve];
    curves.push_back({{"name", marks.name.toStdString()},
                      {"note", marks.note.toStdString()},
                      {"pinned", marks.pinned},
                      {"color", marks.color},
                      {"style", curve < record.styles.size() && marks.pinned ? record.styles[curve] : -1},
                      {"deleted", marks.deleted}});
  }
  const bool live = record.state == StudyState::running || record.state == StudyState::paused;
  return {{"id", record.id},
          {"place", place},
          {"state", state_name(record.state)},
          {"seconds", live ? static_cast<double>(record.timer.elapsed()) / 1000 : record.seconds},
          {"energies_uj", record.energies},
          {"curves", std::move(curves)}};
}

void take_marks(RunRecord& record, const json& text) {
  record.id = text.at("id").get<int>();
  const std::string state = text.at("state").get<std::string>();
  record.state = state == "finished" ? StudyState::finished
                 : state == "failed" ? StudyState::failed
                                     : StudyState::stopped;
  record.seconds = text.at("seconds").get<double>();
  record.energies = text.at("energies_uj").get<std::vector<double>>();
  if (record.energies.size() != record.spec.points.size()) record.energies.clear();
  const json& curves = text.at("curves");
  record.styles.assign(record.marks.size(), -1);
  for (std::size_t curve = 0; curve < std::min(record.marks.size(), curves.size()); ++curve) {
    const json& one = curves.at(curve);
    CurveMarks& marks = record.marks[curve];
    marks.name = QString::fromStdString(one.at("name").get<std::string>());
    marks.note = QString::fromStdString(one.at("note").get<std::string>());
    marks.pinned = one.at("pinned").get<bool>();
    marks.color = std::clamp(one.at("color").get<int>(), -1, 11);
    record.styles[curve] = std::clamp(one.value("style", -1), -1, 11);
    marks.deleted = one.at("deleted").get<bool>();
  }
}

std::shared_ptr<RunRecord> record_of(std::shared_ptr<const KeptRun> run) {
  auto record = std::make_shared<RunRecord>();
  record->spec = run->spec;
  record->counts = std::make_shared<const RunCounts>(counts_of(*run));
  record->results = record->counts->results;
  record->state = is_complete(*run) ? StudyState::finished : StudyState::stopped;
  for (const PointResult& result : record->results) record->seconds += result.seconds;
  record->marks.resize(record->curves());
  record->kept = std::move(run);
  return record;
}

bool is_gone(const RunRecord& record) {
  return std::all_of(record.marks.begin(), record.marks.end(), [](const CurveMarks& marks) { return marks.deleted; });
}

/// Per cent when it is none of these.
NoiseUnit held_noise_of(const std::string& name) {
  for (const NoiseUnit unit : {NoiseUnit::lsb, NoiseUnit::millivolt}) {
    if (held_noise_name(unit) == name) return unit;
  }
  return NoiseUnit::percent;
}

/// "" or a value of the axis adc_range; Error(usage) else.
std::string adc_range_value(std::string value) {
  if (!value.empty()) named_value_of(*find_named_setting(kAdcRange), value);
  return value;
}

/// The settings of a study without window state: those of its first point.
void take_settings(StudyDocument& document, const StudySpec& spec) {
  document.subject = spec.subject;
  document.settings = settings_before_calibration(spec, spec.points.front());
  document.adc_range = spec.adc_range;
  // Ranks of layers are no curve; what the window sweeps stays what it was.
  if (spec.x.key == kLayerAxis) return;
  document.x = spec.x;
  document.family = spec.family;
}

}  // namespace

StudyContents contents_of(const StudyDocument& document, bool newest_is_live) {
  // A run that was deleted while it runs is none.
  newest_is_live = newest_is_live && !document.runs.empty() && !is_gone(*document.runs.front());
  StudyContents contents;
  json runs = json::array();
  int place = 0;
  for (const std::shared_ptr<RunRecord>& record : document.runs) {
    if (is_gone(*record)) continue;
    const bool live = newest_is_live && record == document.runs.front();
    runs.push_back(record_json(*record, live || record->kept ? place++ : -1));
    if (live || !record->kept) continue;
    if (contents.run || newest_is_live) {
      contents.extras.runs.push_back(record->kept);
    } else {
      contents.run = record->kept;
    }
  }
  if (document.sensitivity) {
    // Where nothing else was computed it is the file's own run, which `acim sensitivity` goes on with.
    if (contents.run || newest_is_live) {
      contents.extras.runs.push_back(document.sensitivity);
    } else {
      contents.run = document.sensitivity;
    }
  }
  if (!contents.run && !newest_is_live) {
    KeptRun empty;
    empty.spec = make_study_spec(document.subject, document.settings, document.x, document.family);
    empty.predictions.resize(empty.spec.points.size());
    empty.seconds.resize(empty.spec.points.size());
    contents.run = std::make_shared<const KeptRun>(std::move(empty));
  }
  json window = {{"version", kVersion},
                 {"settings", to_json(document.settings)},
                 {"x", axis_json(document.x)},
                 {"family", axis_json(document.family)},
                 {"adc_range", document.adc_range},
                 {"held_noise", held_noise_name(document.held_noise)},
                 {"network", document.subject.network},
                 {"architecture", document.subject.architecture},
                 {"mean", document.subject.mean},
                 {"standard_deviation", document.subject.standard_deviation},
                 {"dataset", document.subject.dataset},
                 {"images", document.subject.images},
                 {"view", document.view},
                 {"layout", document.layout.toBase64().toStdString()},
                 {"runs", std::move(runs)}};
  if (document.baseline) window["baseline"] = {document.baseline->run, document.baseline->curve};
  // A path may be no UTF-8.
  contents.extras.window = window.dump(-1, ' ', false, json::error_handler_t::replace);
  return contents;
}

StudyDocument read_study(const std::filesystem::path& path) {
  StudyDocument document;
  std::vector<std::shared_ptr<RunRecord>> stored;
  std::string window;
  {
    const auto store = StudyStore::open(path);
    stored.push_back(record_of(std::make_shared<const KeptRun>(kept_run(*store))));
    StudyExtras extras = store->extras();
    for (auto& run : extras.runs) stored.push_back(record_of(std::move(run)));
    window = std::move(extras.window);
  }
  take_settings(document, stored.front()->spec);
  const bool computed = !stored.front()->empty();
  const bool sweep = !is_sensitivity_spec(stored.front()->spec);
  if (computed && sweep && stored.front()->state == StudyState::stopped) document.continued = path;
  try {
    std::map<std::size_t, json> marks;
    if (!window.empty()) {
      const json text = json::parse(window);
      document.settings = settings_from_json(text.at("settings"));
      document.x = axis_of(text.at("x"));
      document.family = axis_of(text.at("family"));
      document.held_noise = held_noise_of(text.value("held_noise", std::string()));
      document.adc_range = adc_range_value(text.value("adc_range", std::string()));
      document.subject.network = text.at("network").get<std::string>();
      document.subject.architecture = text.at("architecture").get<std::string>();
      document.subject.mean = text.at("mean").get<std::vector<float>>();
      document.subject.standard_deviation = text.at("standard_deviation").get<std::vector<float>>();
      document.subject.dataset = text.at("dataset").get<std::string>();
      document.subject.images = text.at("images").get<std::int64_t>();
      document.view = std::clamp(text.at("view").get<int>(), 0, 3);
      document.layout = QByteArray::fromBase64(QByteArray::fromStdString(text.at("layout").get<std::string>()));
      if (text.contains("baseline"))
        document.baseline = CurveId{text.at("baseline").at(0).get<int>(), text.at("baseline").at(1).get<std::size_t>()};
      // What an axis cannot be is said before anything of the window changes.
      make_study_spec(document.subject, document.settings, document.x, document.family);
      for (const json& one : text.at("runs")) {
        if (const int place = one.at("place").get<int>(); place >= 0) marks[static_cast<std::size_t>(place)] = one;
      }
    }
    for (std::size_t place = 0; place < stored.size(); ++place) {
      stored[place]->id = static_cast<int>(stored.size() - place);
      if (marks.contains(place)) take_marks(*stored[place], marks.at(place));
      if (is_sensitivity_spec(stored[place]->spec)) {
        if (!document.sensitivity && !stored[place]->kept->labels.empty()) document.sensitivity = stored[place]->kept;
        continue;
      }
      if (place > 0 || computed) document.runs.push_back(stored[place]);
    }
  } catch (const json::exception& exception) {
    throw Error(ErrorKind::input, Phrase("Error", "The study file is damaged: the state of the window"), path.string(),
                Phrase("Error", "The file was left as it was ({})").filled_with(exception.what()));
  }
  return document;
}

}  // namespace acim::ui
