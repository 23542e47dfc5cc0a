/* A word -> the languages that it is a word of (words/mul/language_words.txt). */
#ifndef CORE_LANGUAGE_WORDS_H
#define CORE_LANGUAGE_WORDS_H

#include <stddef.h>

#include <palpate/view.h>

/* X(NAME, code) */
#define LANGUAGES(X) \
    X(AF, "af")      \
    X(CA, "ca")      \
    X(CS, "cs")      \
    X(DA, "da")      \
    X(DE, "de")      \
    X(EN, "en")      \
    X(ES, "es")      \
    X(ET, "et")      \
    X(EU, "eu")      \
    X(FI, "fi")      \
    X(FR, "fr")      \
    X(GL, "gl")      \
    X(HR, "hr")      \
    X(HU, "hu")      \
    X(ID, "id")      \
    X(IS, "is")      \
    X(IT, "it")      \
    X(LT, "lt")      \
    X(LV, "lv")      \
    X(NL, "nl")      \
    X(NO, "no")      \
    X(PL, "pl")      \
    X(PT, "pt")      \
    X(RO, "ro")      \
    X(SK, "sk")      \
    X(SL, "sl")      \
    X(SQ, "sq")      \
    X(SV, "sv")      \
    X(TR, "tr")      \
    X(VI, "vi")

enum language {
#define LANGUAGE_MEMBER(name, code) LANGUAGE_##name,
    LANGUAGES(LANGUAGE_MEMBER)
#undef LANGUAGE_MEMBER
            LANGUAGE_COUNT
};

enum { LANGUAGE_WORDS_MOST = 2048 }; /* rows there are at most */

/* The rows of a word, from `first` up to `end`; none where they are the same. */
struct language_rows {
    size_t first;
    size_t end;
};

/* The rows of a word in small letters. */
struct language_rows language_words_find(palpate_view word);

/* The word of a row. */
palpate_view language_words_word(size_t row);

/* The language of a row, and its code, such as "de". */
enum language language_words_at(size_t row);
palpate_view language_code(enum language language);

#endif
