/* What a passage is about, as its heading and words tell. */
#ifndef CORE_KIND_H
#define CORE_KIND_H

#include <palpate/view.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* X(name, value in the index, word in queries and answers, label for people, whether it
   warns the reader).  Values are part of the index format: new kinds go to the end. */
#define PASSAGE_KINDS(X)                                              \
    X(OTHER, 0, "other", "Other", false)                              \
    X(DEFINITION, 1, "definition", "What it is", false)               \
    X(SYMPTOMS, 2, "symptoms", "Symptoms", false)                     \
    X(CAUSES, 3, "causes", "Causes", false)                           \
    X(DIAGNOSIS, 4, "diagnosis", "Diagnosis", false)                  \
    X(TREATMENT, 5, "treatment", "Treatment", false)                  \
    X(EXERCISES, 6, "exercises", "Exercises", false)                  \
    X(EVIDENCE, 7, "evidence", "Evidence", false)                     \
    X(CONTRAINDICATIONS, 8, "contraindications", "When not to", true) \
    X(RED_FLAGS, 9, "red-flags", "Warning signs", true)               \
    X(RECOVERY, 10, "recovery", "Recovery", false)                    \
    X(FAQ, 11, "faq", "Questions", false)                             \
    X(COMMENT, 12, "comment", "Comments", false)

enum passage_kind {
#define PASSAGE_KIND_MEMBER(name, value, word, label, warns) KIND_##name = (value),
    PASSAGE_KINDS(PASSAGE_KIND_MEMBER)
#undef PASSAGE_KIND_MEMBER
};

enum {
#define PASSAGE_KIND_PLACE(name, value, word, label, warns) KIND_PLACE_##name,
    PASSAGE_KINDS(PASSAGE_KIND_PLACE)
#undef PASSAGE_KIND_PLACE
            KIND_COUNT
};

/* The word of a kind; static storage, NUL-terminated; "other" for what is no kind. */
palpate_view kind_word(enum passage_kind kind);

/* The kind of a word (case ignored), or -1. */
int kind_of_word(palpate_view word);

/* What a kind is called for people; static storage; NULL for what is no kind. */
const char *kind_label(int kind);

/* Whether passages of a kind say when not to do something, or when to see a doctor;
   false for what is no kind. */
bool kind_is_warning(int kind);

#ifdef __cplusplus
}
#endif
#endif
