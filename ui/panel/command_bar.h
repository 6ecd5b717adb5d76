#pragma once

#include <QStringList>
#include <QWidget>

#include "study/study_spec.h"
#include "ui/theme/theme.h"

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace acim::ui {

class ImageFetch;
class PickerButton;
class PresetPicker;

/// The actions of the window, owned by it; the bar only shows them.
struct CommandActions {
  QAction* run;
  QAction* pause;
  QAction* stop;
  QAction* undo;
  QAction* redo;
  QAction* export_csv;
  QAction* export_png;
  QAction* copy_picture;
  QAction* copy_data;
  QAction* copy_command;   ///< of the picked run, or of the sweep as it is set
  QAction* export_folder;  ///< all of the study
  QAction* save_study;
  QAction* lesson;  ///< checkable: opens and closes the lessons
  QAction* theme_system;
  QAction* theme_light;
  QAction* theme_dark;
};

/// The top line: what runs on what, Run, Pause, Stop, undo, Export, theme.
class CommandBar : public QWidget {
  Q_OBJECT

 public:
  /// `architectures`: names that weight files alone can be loaded into.
  CommandBar(const CommandActions& actions, const QStringList& architectures, const Theme* theme,
             QWidget* parent = nullptr);

  void show_subject(const StudySubject& subject);
  void set_compact(bool compact);
  /// The main menu, opened by the button at the left (F10).
  void set_main_menu(QMenu* menu);
  QToolButton* menu_button() const { return menu_; }
  PickerButton* network_picker() const { return network_; }
  PresetPicker* preset_picker() const { return presets_; }
  PickerButton* images() const { return images_; }
  /// Sets that can be fetched, among the images; what was fetched is chosen.
  void offer_images(ImageFetch* fetch);
  /// Asks for a file of a network; `architecture` is empty for TorchScript.
  void choose_network_file(const QString& architecture);
  /// Opens the menu of images: which kind they are has to be said.
  void open_images_menu();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool event(QEvent* event) override;

 Q_SIGNALS:
  /// A built-in network ("demo") or a file; `architecture` is empty for TorchScript.
  void network_chosen(const QString& path, const QString& architecture);
  void images_chosen(const QString& specification);
  /// 0: all.
  void image_count_chosen(qint64 count);

 private:
  void fill_network_menu(const QStringList& architectures);
  void fill_images_menu();
  void choose_images(const QString& kind, bool folder);
  /// First the folder, then the table.
  void choose_labelled_images();
  QToolButton* button(QAction* action, const char* kind);
  /// Buttons whose icon says enough lose their words where these would not all find room: no word is cut.
  void fit_words();

  const Theme* theme_;
  QToolButton* menu_;
  PickerButton* network_;
  PickerButton* images_;
  PresetPicker* presets_;
  QLabel* name_;
  QToolButton* pause_;
  QToolButton* stop_;
  QToolButton* export_;
  QToolButton* lesson_;
  QToolButton* theme_button_;
};

}  // namespace acim::ui
