#include "ui/window/run_blockers.h"

#include <QDockWidget>

#include "macro/parameter_table.h"
#include "ui/model/parameter_text.h"
#include "ui/model/parameters.h"
#include "ui/model/phrase_text.h"
#include "ui/panel/banner.h"
#include "ui/panel/macro_form.h"
#include "ui/panel/sweep_bar.h"

namespace acim::ui {

RunBlockers::RunBlockers(MacroForm* form, QDockWidget* dock, const Parameters* parameters, SweepBar* sweep,
                         Banner* banner, QObject* parent)
    : QObject(parent), form_(form), dock_(dock), parameters_(parameters), sweep_(sweep), banner_(banner) {}

bool RunBlockers::blocked() const {
  return !parameters_->problems().empty() || !sweep_->valid();
}

bool RunBlockers::say() {
  if (!blocked()) return false;
  const auto problems = parameters_->problems();
  if (problems.empty()) {
    said_ = sweep_->problem();
    banner_->say(BannerKind::warning, tr("The sweep cannot start"), said_);
    return true;
  }
  const ParameterProblem& problem = problems.front();
  said_ = phrase_text(problem.message);
  std::vector<Banner::Link> links;
  for (const std::string& key : problem.keys) {
    const Parameter* knob = find_parameter(key);
    if (knob == nullptr || form_->row(key) == nullptr) continue;
    links.emplace_back(tr("Show %1").arg(label_of(*knob)), [this, key] {
      dock_->show();
      form_->point_out(key);
    });
  }
  banner_->say(BannerKind::warning, tr("The sweep cannot start"), said_, links);
  return true;
}

void RunBlockers::update() {
  if (said_.isEmpty()) return;
  const bool stands = !banner_->isHidden() && banner_->text() == said_;
  if (stands && blocked()) return void(say());
  if (stands) banner_->hide();
  said_.clear();
}

}  // namespace acim::ui
