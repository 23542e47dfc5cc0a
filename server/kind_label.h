/* Kinds of passages -> what they are called on the page. */
#ifndef SERVER_KIND_LABEL_H
#define SERVER_KIND_LABEL_H

#include <palpate/view.h>
#include <stdbool.h>

struct kind_label {
    const char *kind;
    const char *label;
    bool is_care; /* of when not to, or when to see a doctor */
};

enum { KIND_LABELS = 13 };

/* In the order in which they are to choose from. */
extern const struct kind_label KIND_LABEL[KIND_LABELS];

/* What a passage is called by its kind, or NULL: those of other kinds have no name. */
const struct kind_label *kind_label_of(palpate_view kind);

bool kind_is_caution(palpate_view kind);

#endif
