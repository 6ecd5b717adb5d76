#include "ui/model/error_words.h"

#include <QCoreApplication>
#include <new>
#include <system_error>

#include "ui/model/phrase_text.h"

namespace acim::ui {
namespace {

/// Core begins some sentences with a small letter, as a command line does.
QString sentence_of(const Phrase& phrase) {
  QString text = phrase_text(phrase);
  const bool small =
      !phrase.context().empty() && !phrase.pattern().empty() && QChar::fromLatin1(phrase.pattern().front()).isLower();
  if (small && !text.isEmpty()) text[0] = text[0].toUpper();
  return text;
}

bool ended(const QString& sentence) {
  return !sentence.isEmpty() && QStringLiteral(".?!。？！").contains(sentence.back());
}

QString joined(const QString& first, const QString& second) {
  if (first.isEmpty() || second.isEmpty()) return first + second;
  return with_full_stop(first) + ' ' + second;
}

}  // namespace

QString with_full_stop(const QString& sentence) {
  return sentence.isEmpty() || ended(sentence) ? sentence
                                               : QCoreApplication::translate("ErrorWords", "%1.").arg(sentence);
}

Error current_error() {
  try {
    throw;
  } catch (const Error& error) {
    return error;
  } catch (const std::bad_alloc&) {
    return {ErrorKind::output,
            Phrase("Error", "Out of memory"),
            {},
            Phrase("Error", "Use fewer images or points, or fewer threads")};
  } catch (const std::system_error& error) {  // Files and threads.
    return {ErrorKind::output, error.what()};
  } catch (const std::exception& exception) {
    return {ErrorKind::internal, exception.what()};
  } catch (...) {
    return {ErrorKind::internal, Phrase("Error", "An exception of unknown type")};
  }
}

QString problem_text(const Error& error) {
  return sentence_of(error.problem_phrase());
}

QString error_words(const Error& error) {
  return joined(problem_text(error), sentence_of(error.remedy_phrase()));
}

QString error_sentences(const Error& error) {
  QString text = problem_text(error);
  if (!error.where().empty()) {
    text = QCoreApplication::translate("ErrorWords", "%1: %2").arg(text, QString::fromStdString(error.where()));
  }
  return with_full_stop(joined(text, sentence_of(error.remedy_phrase())));
}

}  // namespace acim::ui
