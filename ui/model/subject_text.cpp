#include "ui/model/subject_text.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace acim::ui {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(SubjectText)
};

QString short_name(const std::string& text) {
  const QString name = QString::fromStdString(text);
  return name.contains('/') ? QFileInfo(name).fileName() : name;
}

}  // namespace

QString network_name(const StudySubject& subject) {
  return subject.network == "demo" ? Words::tr("Demo network") : short_name(subject.network);
}

QString images_name(const StudySubject& subject) {
  return subject.dataset == "demo" ? Words::tr("Demo images") : short_name(subject.dataset);
}

}  // namespace acim::ui
