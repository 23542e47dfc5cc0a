/* Lexemes -> nodes of the syntax tree. */
#ifndef QUERY_NODES_H
#define QUERY_NODES_H

#include <palpate/view.h>
#include <stdbool.h>

#include "core/arena.h"
#include "query/language/lexer.h"
#include "query/language/syntax.h"

/* Makes nodes in an arena.  After memory ran out `failed` is set, and what comes back
   is a node that can still be worked on. */
struct node_maker {
    struct arena *arena;
    unsigned notes; /* of enum query_note */
    uint32_t word_count;
    bool is_typing; /* the last word is unfinished, unless something follows it */
    bool failed;
};

struct query_node *nodes_list(struct node_maker *maker);

/* Adds `child` to `list`; an empty list is left out, and the children of a list that
   says no more than its parent join it. */
void nodes_add(struct node_maker *maker, struct query_node *list,
        struct query_node *child, enum query_role role);

/* Adds every word of `text`, each for itself. */
void nodes_add_words(struct node_maker *maker, struct query_node *list,
        palpate_view text, enum query_field field);

/* Adds what a word or phrase stands for, with its own field or else `field`.  While one
   types, a ban or filter counts only when it is finished. */
void nodes_add_leaf(struct node_maker *maker, struct query_node *list,
        const struct lexeme *leaf, enum query_field field, enum query_role role);

/* While one types, marks the last word that the lexeme added to `list` as unfinished,
   if it is the last of all. */
void nodes_mark_unfinished(const struct node_maker *maker, struct query_node *list,
        const struct lexeme *leaf);

/* Makes a NEAR of the last child of `list`, a plain word or a NEAR, and the words of
   `text`; `window` 0 stands for the default.  False, and nothing changed, where that
   cannot be. */
bool nodes_near(struct node_maker *maker, struct query_node *list, palpate_view text,
        uint32_t window);

/* Whether `name` is a field in which words are looked for (title, heading). */
bool nodes_field_of_words(palpate_view name, enum query_field *field);

#endif
