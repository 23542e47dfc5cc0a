/* Style sheets that stand in a page -> the rules that hide elements, and those that
   show them again. */
#ifndef INDEXER_STYLE_RULES_H
#define INDEXER_STYLE_RULES_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"

enum {
    STYLE_CLASSES = 3, /* of a selector; one with more is not simple */
    STYLE_RULES = 256  /* of a page that are kept */
};

/* "div.note", "#menu" or ".tab.active": an element that has all of these. */
struct style_selector {
    palpate_view tag; /* lower case; empty: any */
    palpate_view id;
    palpate_view classes[STYLE_CLASSES];
    uint32_t count;  /* of classes */
    uint32_t weight; /* as style sheets count: ids before classes before elements */
};

enum style_property { STYLE_DISPLAY, STYLE_VISIBILITY, STYLE_PROPERTIES };

/* What a rule does to one property. */
struct style_rule {
    struct style_selector selector;
    enum style_property property;
    bool hides;     /* else it shows */
    bool is_unsure; /* another rule, whose selector is not simple, may show it */
};

/* In the order of the page: of two of the same weight the later one holds. */
struct style_rules {
    struct style_rule *items;
    uint32_t count;
    size_t room;
};

/* Whether a style element of this `media` is for screens of any kind. */
bool style_is_for_screens(palpate_view media);

/* Adds the rules of a style sheet that hide by a simple selector, and those after them
   that may show the same elements.  Rules for some screens only, of states such as
   ":hover" and of imported sheets are left out.  Lives in `arena`; false when memory is
   out. */
bool style_rules_read(struct style_rules *rules, struct arena *arena, palpate_view css);

#endif
