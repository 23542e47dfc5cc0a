/* What a control may open, before all controls of the page are compared. */
#ifndef INDEXER_FOLDS_H
#define INDEXER_FOLDS_H

#include "indexer/html/controls.h"
#include "indexer/html/disclosure.h"
#include "indexer/html/text_sums.h"

/* A disclosure of which the rest of the page may show that it is none. */
struct fold {
    struct disclosure is;
    enum control_sign sign;
    bool is_tab;
    bool is_term;     /* of a definition list, and nothing else marks it */
    bool is_question; /* the label ends with a question mark */
    bool is_hidden;   /* the panel is, by an attribute */
    bool is_flat;     /* controls and panels of the group are brothers */
    bool is_row;      /* of items of one shape, and not marked in another way */
    bool is_line;     /* a line between texts that asks nothing */
    bool has_others;  /* … and others of its shape stand elsewhere on the page */
    bool is_none;     /* what was found out */
};

enum { TAKEN_BY_LINE = 2 /* … a label that is a line */ };

struct folds {
    const struct tree *tree;
    struct ids ids;
    struct text_sums sums;
    struct arena *arena; /* for what lives as long as the search */
    struct fold *items;
    uint32_t count;
    size_t room;
    uint8_t *is_taken; /* of each node: whether it is the control of a fold, or */
    uint8_t *is_left;  /* of each node: what folds_leave_out() said */
    bool failed;
};

/* Whether an element is a menu or a dialog of the page: what it unfolds is no text. */
bool folds_leave_out(const struct folds *folds, uint32_t number);

/* Whether an element is one of these, or in one. */
bool folds_are_left_out(const struct folds *folds, uint32_t number);

/* Adds a fold of which control, panel and end are known, unless label or panel cannot
   be one: then NULL. */
struct fold *folds_put(struct folds *folds, struct fold *fold);

/* Whether a node of a label is that of a fold already. */
bool folds_is_taken(const struct folds *folds, uint32_t label);

/* Whether a node has no more letters than `limit`, each counted once: in text_sums.h
   one of Russian counts twice, one of Thai or Chinese three times. */
bool folds_is_within(const struct folds *folds, uint32_t node, uint32_t limit);

/* Whether an element is a row of a table with letters in one cell alone. */
bool folds_is_row(const struct folds *folds, uint32_t node);

/* The first node with letters from `node` on among brothers that end before `end`, or
   `end`. */
uint32_t folds_next_text(const struct folds *folds, uint32_t node, uint32_t end);

/* Adds what an element opens, and returns its fold; NULL where it opens nothing. */
struct fold *folds_add(struct folds *folds, uint32_t node, struct control control);

/* Adds a label and the rest of an element behind it; `is_line`: it is a label only if
   another one is beside it. */
void folds_add_item(struct folds *folds, uint32_t item, uint32_t label, bool is_line);

/* Adds a label that stands in a list apart from its panel, unless something else marks
   it, too. */
void folds_add_tab(struct folds *folds, uint32_t label, uint32_t panel);

/* Adds the tabs that only links to their panels, or the order of both, show. */
void folds_add_tabs(struct folds *folds);

/* The child of `parent` that ends where `node`, another one, starts; TREE_NONE where
   there is none, or it is too deep to tell. */
uint32_t folds_brother_before(const struct tree *tree, uint32_t parent, uint32_t node);

/* Whether an element has a brother of the same shape right beside it. */
bool folds_has_twin(const struct folds *folds, uint32_t node);

/* Adds the line before a control that is a command, as the label of what the control
   shows; false where there is no such line. */
bool folds_add_commanded(struct folds *folds, uint32_t control);

/* Adds what style sheets make tabs of, before all controls. */
void folds_add_choices(struct folds *folds);

/* Adds the elements that have their label in an attribute. */
void folds_add_named(struct folds *folds);

/* Adds the labels beside which a sign, or a control without words, shows that they
   unfold. */
void folds_add_marked(struct folds *folds);

/* Adds the items of one shape that read as questions and answers. */
void folds_add_rows(struct folds *folds);

/* Adds the lines of one shape that head what stands between them. */
void folds_add_lines(struct folds *folds);

/* The outermost element around `node`, below `limit`, that has no more letters. */
uint32_t folds_outermost(const struct folds *folds, uint32_t node, uint32_t limit);

/* Whether the last text of a node ends with a question mark. */
bool folds_asks(const struct folds *folds, uint32_t node);

/* The first element in an element, or TREE_NONE. */
uint32_t folds_first_element(const struct tree *tree, uint32_t node);

/* Whether two elements have the same tag and the same first class. */
bool is_alike(const struct tree *tree, uint32_t a, uint32_t b);

/* Whether two elements are alike, and what they start with is. */
bool is_of_kind(const struct tree *tree, uint32_t a, uint32_t b);

#endif
