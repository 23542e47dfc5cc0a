/* What a passage is about, as its heading and words tell. */
#ifndef CORE_KIND_H
#define CORE_KIND_H

#include <palpate/view.h>

#ifdef __cplusplus
extern "C" {
#endif

/* X(name, value in the index, word in queries and answers).  Values are part of the
   index format: new kinds go to the end. */
#define PASSAGE_KINDS(X)                         \
    X(OTHER, 0, "other")                         \
    X(DEFINITION, 1, "definition")               \
    X(SYMPTOMS, 2, "symptoms")                   \
    X(CAUSES, 3, "causes")                       \
    X(DIAGNOSIS, 4, "diagnosis")                 \
    X(TREATMENT, 5, "treatment")                 \
    X(EXERCISES, 6, "exercises")                 \
    X(EVIDENCE, 7, "evidence")                   \
    X(CONTRAINDICATIONS, 8, "contraindications") \
    X(RED_FLAGS, 9, "red-flags")                 \
    X(RECOVERY, 10, "recovery")                  \
    X(FAQ, 11, "faq")                            \
    X(COMMENT, 12, "comment")

enum passage_kind {
#define PASSAGE_KIND_MEMBER(name, value, word) KIND_##name = (value),
    PASSAGE_KINDS(PASSAGE_KIND_MEMBER)
#undef PASSAGE_KIND_MEMBER
};

enum { KIND_COUNT = 13 };

/* The word of a kind; static storage, NUL-terminated; "other" for what is no kind. */
palpate_view kind_word(enum passage_kind kind);

/* The kind of a word (case ignored), or -1. */
int kind_of_word(palpate_view word);

#ifdef __cplusplus
}
#endif
#endif
