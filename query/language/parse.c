#include "query/language/parse.h"

#include <string.h>

#include "core/fail.h"
#include "core/utf8.h"
#include "core/view.h"
#include "query/language/claim.h"
#include "query/language/lexer.h"
#include "query/language/names.h"
#include "query/language/nodes.h"
#include "query/language/question_words.h"

struct parser {
    struct lexer lexer;
    struct lexeme next;
    struct node_maker maker;
    struct query_node *unused; /* operators that join nothing: words, and no demands */
    uint32_t skipped_opens;    /* parentheses left out because they were too deep */
};

static void advance(struct parser *parser)
{
    parser->next = lexer_next(&parser->lexer);
    if (parser->next.kind == LEXEME_PHRASE && parser->next.is_open_ended)
        parser->maker.notes |= QUERY_NOTE_QUOTE;
}

static struct query_node *parse_list(
        struct parser *parser, unsigned depth, enum query_field field);

static enum query_role role_of(char sign)
{
    return sign == '+' ? QUERY_MUST : sign == '-' ? QUERY_MUST_NOT : QUERY_SHOULD;
}

/* Reads "( … )"; the opening parenthesis is the next lexeme. */
static void parse_group(struct parser *parser, struct query_node *list, unsigned depth,
        enum query_field field)
{
    struct lexeme open = parser->next;
    enum query_field inner = field;

    if (open.field.size > 0 && !nodes_field_of_words(open.field, &inner)) {
        parser->maker.notes |= QUERY_NOTE_FIELD;
        nodes_add_words(&parser->maker, list, open.field, field);
    }
    advance(parser);
    if (depth >= QUERY_MAX_DEPTH) {
        parser->maker.notes |= QUERY_NOTE_DEEP;
        parser->skipped_opens++;
        return;
    }

    struct query_node *group = parse_list(parser, depth + 1, inner);
    if (parser->next.kind == LEXEME_CLOSE)
        advance(parser);
    else
        parser->maker.notes |= QUERY_NOTE_PARENTHESIS;
    nodes_add(&parser->maker, list, group, role_of(open.sign));
}

/* Reads the rest of "a NEAR/5 b NEAR b …" after its first word was added to `list`. */
static void parse_near(struct parser *parser, struct query_node *list)
{
    struct lexeme near = parser->next;

    advance(parser);
    bool works = parser->next.kind == LEXEME_WORD && parser->next.sign == '\0' &&
                 parser->next.field.size == 0 &&
                 nodes_near(&parser->maker, list, parser->next.text, near.window);
    if (works) {
        nodes_mark_unfinished(&parser->maker, list, &parser->next);
        advance(parser);
        return;
    }
    parser->maker.notes |= QUERY_NOTE_OPERATOR;
    nodes_add_words(&parser->maker, list, near.text, QUERY_ANYWHERE);
}

static void parse_leaf(
        struct parser *parser, struct query_node *list, enum query_field field)
{
    struct lexeme leaf = parser->next;

    advance(parser);
    nodes_add_leaf(&parser->maker, list, &leaf, field, role_of(leaf.sign));
    while (leaf.kind == LEXEME_WORD && parser->next.kind == LEXEME_NEAR)
        parse_near(parser, list);
}

/* Takes an operator that joins nothing out of what it stands in: who is about to type
   what it joins must not lose the answer meanwhile. */
static void set_aside(struct parser *parser, palpate_view operator)
{
    parser->maker.notes |= QUERY_NOTE_OPERATOR;
    nodes_add_words(&parser->maker, parser->unused, operator, QUERY_ANYWHERE);
}

static void read_as_word(struct parser *parser, struct query_node *list)
{
    parser->maker.notes |= QUERY_NOTE_OPERATOR;
    nodes_add_words(&parser->maker, list, parser->next.text, QUERY_ANYWHERE);
    advance(parser);
}

static bool starts_item(enum lexeme_kind kind)
{
    return kind == LEXEME_WORD || kind == LEXEME_PHRASE || kind == LEXEME_OPEN;
}

static void parse_not(struct parser *parser, struct query_node *list, unsigned depth,
        enum query_field field)
{
    struct lexeme word = parser->next;

    advance(parser);
    if (!starts_item(parser->next.kind)) {
        set_aside(parser, word.text);
        return;
    }
    parser->next.sign = '-';
    if (parser->next.kind == LEXEME_OPEN)
        parse_group(parser, list, depth, field);
    else
        parse_leaf(parser, list, field);
}

/* A parenthesis that closes nothing is left out; false where it ends the group. */
static bool skip_close(struct parser *parser, unsigned depth)
{
    if (parser->skipped_opens > 0)
        parser->skipped_opens--;
    else if (depth == 0)
        parser->maker.notes |= QUERY_NOTE_PARENTHESIS;
    else
        return false;
    advance(parser);
    return true;
}

static bool is_empty(const struct query_node *list)
{
    return list->child_count == 0;
}

/* Words side by side, up to AND, OR or the end of the group. */
static struct query_node *parse_side_by_side(
        struct parser *parser, unsigned depth, enum query_field field)
{
    struct query_node *list = nodes_list(&parser->maker);

    for (;;) {
        switch (parser->next.kind) {
        case LEXEME_WORD:
        case LEXEME_PHRASE: parse_leaf(parser, list, field); break;
        case LEXEME_OPEN: parse_group(parser, list, depth, field); break;
        case LEXEME_NOT: parse_not(parser, list, depth, field); break;
        case LEXEME_NEAR: read_as_word(parser, list); break;
        case LEXEME_CLOSE:
            if (skip_close(parser, depth))
                break;
            return list;
        case LEXEME_END: return list;
        default: /* AND, OR */
            if (!is_empty(list))
                return list;
            set_aside(parser, parser->next.text);
            advance(parser);
        }
    }
}

/* Reads what follows AND; an empty list where nothing does. */
static struct query_node *parse_operand(
        struct parser *parser, unsigned depth, enum query_field field)
{
    struct lexeme operator= parser->next;

    advance(parser);
    struct query_node *operand = parse_side_by_side(parser, depth, field);
    if (is_empty(operand))
        set_aside(parser, operator.text);
    return operand;
}

static struct query_node *parse_and(
        struct parser *parser, unsigned depth, enum query_field field)
{
    struct query_node *left = parse_side_by_side(parser, depth, field);

    if (parser->next.kind != LEXEME_AND)
        return left;
    struct query_node *both = NULL;
    while (parser->next.kind == LEXEME_AND) {
        struct query_node *operand = parse_operand(parser, depth, field);
        if (is_empty(operand))
            continue;
        if (both == NULL) {
            both = nodes_list(&parser->maker);
            nodes_add(&parser->maker, both, left, QUERY_MUST);
        }
        nodes_add(&parser->maker, both, operand, QUERY_MUST);
    }
    return both != NULL ? both : left;
}

static struct query_node *parse_list(
        struct parser *parser, unsigned depth, enum query_field field)
{
    struct query_node *left = parse_and(parser, depth, field);

    if (parser->next.kind != LEXEME_OR)
        return left;
    struct query_node *any = nodes_list(&parser->maker);
    any->is_choice = true;
    nodes_add(&parser->maker, any, left, QUERY_SHOULD);
    while (parser->next.kind == LEXEME_OR) {
        struct lexeme operator= parser->next;
        advance(parser);
        struct query_node *right = parse_and(parser, depth, field);
        if (is_empty(right))
            set_aside(parser, operator.text);
        nodes_add(&parser->maker, any, right, QUERY_SHOULD);
    }
    return any;
}

/* What is wrong with a query that may yet become right. */
static const unsigned NOTES_OF_UNFINISHED = QUERY_NOTE_QUOTE | QUERY_NOTE_PARENTHESIS |
                                            QUERY_NOTE_OPERATOR | QUERY_NOTE_FIELD |
                                            QUERY_NOTE_VALUE;

static palpate_status parse(struct query_tree *tree, struct arena *arena,
        palpate_view text, bool is_typing, palpate_error *err)
{
    struct parser parser = { .maker = { .arena = arena, .is_typing = is_typing } };

    if (text.size > QUERY_MAX_SIZE) {
        text = view_slice(text, 0, utf8_floor(text, QUERY_MAX_SIZE));
        parser.maker.notes |= QUERY_NOTE_CUT;
    }
    parser.lexer.text = text;
    parser.unused = nodes_list(&parser.maker);
    advance(&parser);
    *tree = (struct query_tree){ .root = parse_list(&parser, 0, QUERY_ANYWHERE) };
    for (uint32_t i = 0; i < parser.unused->child_count; i++)
        nodes_add(&parser.maker, tree->root, parser.unused->children[i], QUERY_SHOULD);
    names_settle(tree->root);
    tree->notes = parser.maker.notes & ~(is_typing ? NOTES_OF_UNFINISHED : 0);
    tree->word_count = parser.maker.word_count;
    tree->is_question = is_question(text, NULL);
    tree->is_claim = !tree->is_question && is_claim(text);
    if (parser.maker.failed)
        return fail(err, PALPATE_NO_MEMORY, "out of memory while reading the query");
    return PALPATE_OK;
}

palpate_status query_parse(struct query_tree *tree, struct arena *arena,
        palpate_view text, palpate_error *err)
{
    return parse(tree, arena, text, false, err);
}

palpate_status query_parse_typing(struct query_tree *tree, struct arena *arena,
        palpate_view text, palpate_error *err)
{
    return parse(tree, arena, text, true, err);
}
