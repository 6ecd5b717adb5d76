#pragma once

#include <QFrame>
#include <string>
#include <vector>

#include "study/study_spec.h"
#include "ui/model/explanation_model.h"
#include "ui/theme/theme.h"

class QLabel;
class QScrollArea;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace acim::ui {

class CauseBar;
class LossList;
class Segments;
class TrialRow;

/// Why the accuracy is what it is: the layers that lose most, what the chosen one's error is made of, what turning one
/// knob would gain, and traps in the settings.
class WhyPanel : public QFrame {
  Q_OBJECT

 public:
  WhyPanel(ExplanationModel* model, const Theme* theme, QWidget* parent = nullptr);

  /// What the settings are those of ("ADC bits 6"); empty: the knobs.
  void set_point(const QString& point);
  /// Accuracy of the network in float, and with integers but no array; of none where it is not known.
  void set_references(const PointResult& in_float, const PointResult& quantised);
  /// The first thing said: which layer and cause, or why there is nothing to explain.
  QString summary() const;
  LossList* losses() const { return losses_; }
  CauseBar* causes() const { return causes_; }
  /// Leads to the worst pair of bits, which is told beside it.
  QToolButton* pair() const { return pair_; }
  Segments* scope() const { return scope_; }
  std::vector<TrialRow*> trials() const;
  QString hints() const;

 Q_SIGNALS:
  void close_wanted();
  /// In the list, by the user: its place in the network.
  void layer_picked(int layer);
  /// The worst pair of the chosen layer is to be looked at.
  void pair_wanted(int layer, int weight_bit, int cycle);
  /// For all layers, or the one at this place of the network.
  void trial_wanted(const acim::KnobTrial& trial, int layer);

 private:
  QWidget* make_head();
  QWidget* make_body();
  void show_model();
  void show_measured();
  void show_empty();
  void show_progress();
  void show_summary();
  void show_layer();
  void show_trials();
  void show_hints();

  ExplanationModel* model_;
  const Theme* theme_;
  QString point_;
  QLabel* badge_;
  QStackedWidget* stack_;
  QLabel* empty_;
  QLabel* summary_;
  QLabel* measured_;
  QLabel* quantisation_;  ///< what is lost before the array
  LossList* losses_;
  QLabel* layer_name_;
  CauseBar* causes_;
  QLabel* meaning_;
  QLabel* pair_words_;
  QToolButton* pair_;
  QWidget* trial_part_;
  Segments* scope_;
  QLabel* trial_note_;
  QVBoxLayout* trial_rows_;
  QLabel* hint_title_;
  QLabel* hints_;
};

}  // namespace acim::ui
