#include "query/language/nodes.h"

#include "core/ascii.h"
#include "core/capitals.h"
#include "core/kind.h"
#include "core/token.h"
#include "core/view.h"
#include "core/word_forms.h"
#include "query/language/compound.h"
#include "query/language/dates.h"

bool nodes_field_of_words(palpate_view name, enum query_field *field)
{
    enum query_field found = QUERY_ANYWHERE;

    if (!field_of_word(&found, name) || field_is_filter(found))
        return false;
    *field = found;
    return true;
}

static struct query_node *make_node(
        struct node_maker *maker, enum query_kind kind, enum query_field field)
{
    static struct query_node spare; /* handed out when memory is out, never kept */
    struct query_node *node = arena_zeroed(maker->arena, 1, sizeof *node);

    if (node == NULL) {
        maker->failed = true;
        spare = (struct query_node){ 0 };
        node = &spare;
    }
    node->kind = kind;
    node->field = field;
    return node;
}

struct query_node *nodes_list(struct node_maker *maker)
{
    return make_node(maker, QUERY_LIST, QUERY_ANYWHERE);
}

/* Room for one more thing in an array that grows at powers of two. */
static bool make_room(
        struct node_maker *maker, void **items, uint32_t count, size_t size)
{
    size_t room = count;

    if (count != 0 && (count < 8 || (count & (count - 1)) != 0))
        return true;
    if (!arena_grow(maker->arena, items, &room, count, size))
        maker->failed = true;
    return !maker->failed;
}

static void append_child(
        struct node_maker *maker, struct query_node *list, struct query_node *child)
{
    if (maker->failed || !make_room(maker, (void **)&list->children, list->child_count,
                                 sizeof(struct query_node *)))
        return;
    list->children[list->child_count++] = child;
}

void nodes_add(struct node_maker *maker, struct query_node *list,
        struct query_node *child, enum query_role role)
{
    if (child->kind != QUERY_LIST) {
        child->role = role;
        append_child(maker, list, child);
        return;
    }
    if (child->child_count == 0)
        return;
    if (child->child_count == 1 && child->children[0]->role != QUERY_MUST_NOT) {
        nodes_add(maker, list, child->children[0], role);
        return;
    }
    child->role = role;
    append_child(maker, list, child);
}

static bool add_word(
        struct node_maker *maker, struct query_node *node, palpate_view typed)
{
    char folded[WORD_SIZE];
    size_t size = word_fold(typed, folded);
    palpate_view form = { folded, size };

    /* "whats": as it is spelled, for all who look at words. */
    if (word_form_of(&form, form) && !is_stop_word(form))
        form = (palpate_view){ folded, size };
    if (size == 0 || maker->failed)
        return false;
    if (maker->word_count >= QUERY_MAX_WORDS) {
        maker->notes |= QUERY_NOTE_CUT;
        return false;
    }
    if (!make_room(maker, (void **)&node->words, node->word_count, sizeof *node->words))
        return false;

    struct query_word *word = &node->words[node->word_count];
    *word = (struct query_word){ .typed = arena_copy(maker->arena, typed),
        .folded = arena_copy(maker->arena, form) };
    if (word->typed.data == NULL || word->folded.data == NULL) {
        maker->failed = true;
        return false;
    }
    word->is_capitals = capitals_size(typed) > 0 && !lexer_is_operator(typed);
    node->word_count++;
    maker->word_count++;
    return true;
}

static void add_all_words(
        struct node_maker *maker, struct query_node *node, palpate_view text)
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;

    while (token_next(&tokens, &token))
        (void)add_word(maker, node, view_slice(text, token.offset, token.size));
}

void nodes_add_words(struct node_maker *maker, struct query_node *list,
        palpate_view text, enum query_field field)
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;

    for (size_t end = 0; token_next(&tokens, &token); end = tokens.offset) {
        struct query_node *node = make_node(maker, QUERY_WORD, field);
        if (!add_word(maker, node, view_slice(text, token.offset, token.size)))
            continue;
        node->words[0].is_glued = token.position > 0 &&
                                  view_find(view_slice(text, end, token.offset - end),
                                          PALPATE_VIEW(" ")) == token.offset - end;
        nodes_add(maker, list, node, QUERY_SHOULD);
    }
}

static void add_phrase(struct node_maker *maker, struct query_node *list,
        palpate_view text, enum query_field field, enum query_role role)
{
    struct query_node *node = make_node(maker, QUERY_PHRASE, field);

    add_all_words(maker, node, text);
    if (node->word_count == 1)
        node->kind = QUERY_WORD;
    if (node->word_count > 0)
        nodes_add(maker, list, node, role);
}

/* A run without spaces: one word, a prefix, or several words glued by punctuation. */
static void add_run(struct node_maker *maker, struct query_node *list,
        palpate_view text, enum query_field field, enum query_role role)
{
    bool is_prefix = text.size > 1 && text.data[text.size - 1] == '*';
    struct query_node *node = make_node(maker, QUERY_PHRASE, field);

    /* "L4-L5" after a sign is one thing; without one each word counts for itself. */
    if (is_prefix)
        text.size--;
    add_all_words(maker, node, text);
    if (node->word_count == 1)
        node->kind = is_prefix ? QUERY_PREFIX : QUERY_WORD;
    if (node->word_count > 1 && role == QUERY_SHOULD && !compound_take(node, text)) {
        maker->word_count -= node->word_count;
        nodes_add_words(maker, list, text, field);
    } else if (node->word_count > 0) {
        nodes_add(maker, list, node, role);
    }
}

static palpate_view lower_case(struct node_maker *maker, palpate_view text)
{
    char *copy = arena_alloc(maker->arena, text.size + 1);

    if (copy == NULL) {
        maker->failed = true;
        return (palpate_view){ NULL, 0 };
    }
    for (size_t i = 0; i < text.size; i++)
        copy[i] = ascii_lower(text.data[i]);
    return (palpate_view){ copy, text.size };
}

/* False where the value is none of the field's. */
static bool add_filter(struct node_maker *maker, struct query_node *list,
        palpate_view text, enum query_field field, enum query_role role)
{
    struct query_node *node =
            make_node(maker, field == QUERY_DATE ? QUERY_DATES : QUERY_FILTER, field);

    text = view_trim(text);
    if (text.size == 0 || (field == QUERY_KIND && kind_of_word(text) < 0))
        return false;
    if (field == QUERY_DATE) {
        if (!dates_read(text, &node->first_date, &node->last_date))
            return false;
    } else {
        node->value = lower_case(maker, text);
    }
    nodes_add(maker, list, node, role);
    return true;
}

void nodes_mark_unfinished(const struct node_maker *maker, struct query_node *list,
        const struct lexeme *leaf)
{
    struct tokenizer tokens = tokens_of(leaf->text);
    struct token last = { 0 };

    if (!maker->is_typing || !leaf->is_last || list->child_count == 0)
        return;
    while (token_next(&tokens, &last))
        continue;
    struct query_node *node = list->children[list->child_count - 1];
    if (node->kind == QUERY_PREFIX || node->word_count == 0 || last.size == 0 ||
            last.offset + last.size != leaf->text.size)
        return;
    struct query_word *word = &node->words[node->word_count - 1];
    /* Of more words than are read, the last one is not there. */
    word->is_unfinished =
            view_equals(word->typed, view_slice(leaf->text, last.offset, last.size));
    if (word->is_unfinished && node->kind == QUERY_WORD)
        node->kind = QUERY_PREFIX;
}

/* Whether what is being typed would take everything away before it is finished: a ban
   of all that starts so, or a filter by the start of a name. */
static bool is_premature(const struct node_maker *maker, const struct lexeme *leaf,
        enum query_field field, enum query_role role)
{
    return maker->is_typing && leaf->is_last &&
           (role == QUERY_MUST_NOT || field == QUERY_AUTHOR || field == QUERY_SITE ||
                   field == QUERY_LANGUAGE || field == QUERY_LABEL);
}

void nodes_add_leaf(struct node_maker *maker, struct query_node *list,
        const struct lexeme *leaf, enum query_field field, enum query_role role)
{
    enum query_field own = field;
    bool is_known = leaf->field.size == 0 || field_of_word(&own, leaf->field);

    if (is_premature(maker, leaf, own, role))
        return;
    if (leaf->field.size > 0 && leaf->text.size == 0 && leaf->kind == LEXEME_WORD) {
        /* "Neck pain: causes" has no field; "title:" waits for its word. */
        if (!is_known)
            nodes_add_words(maker, list, leaf->field, field);
        return;
    }
    if (!is_known) {
        maker->notes |= QUERY_NOTE_FIELD;
        nodes_add_words(maker, list, leaf->field, field);
    } else if (field_is_filter(own)) {
        if (add_filter(maker, list, leaf->text, own, role) ||
                (maker->is_typing && leaf->is_last))
            return;
        maker->notes |= QUERY_NOTE_VALUE;
        nodes_add_words(maker, list, leaf->field, field);
        own = field;
    }
    if (leaf->kind == LEXEME_PHRASE)
        add_phrase(maker, list, leaf->text, own, role);
    else
        add_run(maker, list, leaf->text, own, role);
    nodes_mark_unfinished(maker, list, leaf);
}

bool nodes_near(struct node_maker *maker, struct query_node *list, palpate_view text,
        uint32_t window)
{
    struct query_node *last =
            list->child_count == 0 ? NULL : list->children[list->child_count - 1];

    if (last == NULL || (last->kind != QUERY_WORD && last->kind != QUERY_NEAR))
        return false;

    uint32_t before = last->word_count;
    add_all_words(maker, last, text);
    if (last->word_count == before)
        return false;
    if (window == 0)
        window = QUERY_NEAR_DEFAULT;
    if (window > QUERY_MAX_NEAR) {
        window = QUERY_MAX_NEAR;
        maker->notes |= QUERY_NOTE_NEAR;
    }
    last->kind = QUERY_NEAR;
    last->window = last->window > window ? last->window : window;
    return true;
}
