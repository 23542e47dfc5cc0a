#include <stdio.h>

#include "core/ascii.h"
#include "core/utf8.h"
#include "core/view.h"
#include "query/language/lexer.h"
#include "query/language/query_write.h"

/* A word of another language than English keeps its accents. */
static void write_foreign(struct buffer *out, palpate_view typed)
{
    char bytes[UTF8_MAX_SIZE];
    size_t size = 0;

    for (size_t place = 0; place < typed.size; place += size) {
        size_t wide = utf8_encode(utf8_lower(utf8_decode(typed, place, &size)), bytes);
        buffer_append(out, (palpate_view){ bytes, wide });
    }
}

/* A name in capitals is read as one again. */
static void write_word(struct buffer *out, const struct query_word *word)
{
    if (word->language != NULL && !word->is_capitals && word->folded.size > 0) {
        write_foreign(out, word->typed);
        return;
    }
    for (size_t i = 0; i < word->folded.size; i++) {
        char byte = word->folded.data[i];
        if (word->is_capitals)
            byte = ascii_upper(byte);
        buffer_append_byte(out, byte);
    }
}

static void write_words(
        struct buffer *out, const struct query_node *node, const char *separator)
{
    for (uint32_t i = 0; i < node->word_count; i++) {
        if (i > 0)
            buffer_append_string(out, separator);
        write_word(out, &node->words[i]);
    }
}

static void write_near(struct buffer *out, const struct query_node *node)
{
    char separator[sizeof " NEAR/4294967295 "];

    (void)snprintf(separator, sizeof separator, " NEAR/%u ", node->window);
    write_words(out, node, separator);
}

static void write_date(struct buffer *out, uint32_t date)
{
    buffer_append_format(
            out, "%04u-%02u-%02u", date / 10000, date / 100 % 100, date % 100);
}

/* Whether a value can stand without quotation marks. */
static bool is_bare(palpate_view value)
{
    for (size_t i = 0; i < value.size; i++)
        if (value.data[i] <= ' ' || value.data[i] == '(' || value.data[i] == ')' ||
                (unsigned char)value.data[i] >= 0x80)
            return false;
    return true;
}

static void write_filter(struct buffer *out, const struct query_node *node)
{
    const char *quote = is_bare(node->value) ? "" : "\"";

    buffer_append_string(out, quote);
    buffer_append(out, node->value);
    buffer_append_string(out, quote);
}

static void write_leaf(struct buffer *out, const struct query_node *node)
{
    buffer_append(out, field_word(node->field));
    buffer_append_string(out, node->field == QUERY_ANYWHERE ? "" : ":");
    switch (node->kind) {
    case QUERY_WORD: write_words(out, node, " "); break;
    case QUERY_PREFIX:
        write_words(out, node, " ");
        buffer_append_string(out, node->words[0].is_unfinished ? "" : "*");
        break;
    case QUERY_PHRASE:
        buffer_append_byte(out, '"');
        write_words(out, node, " ");
        buffer_append_byte(out, '"');
        break;
    case QUERY_NEAR: write_near(out, node); break;
    case QUERY_FILTER: write_filter(out, node); break;
    case QUERY_DATES:
        write_date(out, node->first_date);
        buffer_append_string(out, "..");
        write_date(out, node->last_date);
        break;
    case QUERY_LIST: break;
    }
}

/* After a sign its number would be read as one that has the sign. */
static bool is_number_after_sign(const struct query_node *node)
{
    bool is_word = node->kind == QUERY_WORD || node->kind == QUERY_PREFIX ||
                   node->kind == QUERY_NEAR;

    return node->role != QUERY_SHOULD && node->field == QUERY_ANYWHERE && is_word &&
           node->word_count > 0 && lexer_may_be_signed(node->words[0].folded);
}

static void write_children(struct buffer *out, const struct query_node *list)
{
    static const char *const SIGNS[] = {
        [QUERY_SHOULD] = "", [QUERY_MUST] = "+", [QUERY_MUST_NOT] = "-"
    };

    for (uint32_t i = 0; i < list->child_count; i++) {
        const struct query_node *child = list->children[i];
        if (i > 0)
            buffer_append_byte(out, ' ');
        buffer_append_string(out, SIGNS[child->role]);
        bool is_group = child->kind == QUERY_LIST || is_number_after_sign(child);
        buffer_append_string(out, is_group ? "(" : "");
        query_write(out, child);
        buffer_append_string(out, is_group ? ")" : "");
    }
}

void query_write(struct buffer *out, const struct query_node *node)
{
    if (node->kind == QUERY_LIST)
        write_children(out, node);
    else
        write_leaf(out, node);
}
