#include "ui/model/adc_range_choice.h"

#include <QLocale>
#include <QUndoCommand>
#include <QUndoStack>
#include <algorithm>
#include <utility>

#include "study/named_setting.h"

namespace acim::ui {

class AdcRangeEdit : public QUndoCommand {
 public:
  AdcRangeEdit(AdcRangeChoice* choice, std::string before, std::string after)
      : choice_(choice), before_(std::move(before)), after_(std::move(after)) {
    setText(AdcRangeChoice::tr("ADC range calibration"));
  }
  void undo() override { choice_->apply(before_); }
  void redo() override { choice_->apply(after_); }

 private:
  AdcRangeChoice* choice_;
  std::string before_;
  std::string after_;
};

AdcRangeChoice::AdcRangeChoice(QUndoStack* undo, QObject* parent) : QObject(parent), undo_(undo) {}

void AdcRangeChoice::set(const std::string& value) {
  const std::string wanted = value == kFullAdcRange ? std::string() : value;
  if (wanted == value_) return;
  undo_->push(new AdcRangeEdit(this, value_, wanted));
}

void AdcRangeChoice::apply(const std::string& value) {
  if (value == value_) return;
  value_ = value;
  Q_EMIT changed();
}

QString calibrated_ranges_text(const StudySpec& spec) {
  double narrowest = 0;
  double widest = 0;
  for (const StudyPoint& point : spec.points) {
    const std::string range = adc_range_of(spec, point);
    if (range.empty() || range == kFullAdcRange) continue;
    for (const LayerOverride& layer : point.settings.layers) {
      for (const auto& [key, value] : layer.values) {
        if (key != "adc_range_percent") continue;
        const double percent = std::get<double>(value);
        narrowest = widest > 0 ? std::min(narrowest, percent) : percent;
        widest = std::max(widest, percent);
      }
    }
  }
  if (widest <= 0) return {};
  const auto text = [](double percent) { return QLocale().toString(percent, 'f', percent < 10 ? 1 : 0); };
  return AdcRangeChoice::tr("Ranges from %1 to %2\u00a0% of full scale").arg(text(narrowest), text(widest));
}

}  // namespace acim::ui
