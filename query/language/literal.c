#include "query/language/literal.h"

#include "core/ascii.h"
#include "core/view.h"
#include "query/language/fields.h"
#include "query/language/lexer.h"

static void add_word(struct buffer *out, palpate_view word)
{
    if (out->size > 0)
        buffer_append_byte(out, ' ');
    buffer_append(out, word);
}

static void add_operator(struct buffer *out, palpate_view word)
{
    if (out->size > 0)
        buffer_append_byte(out, ' ');
    for (size_t i = 0; i < word.size; i++)
        buffer_append_byte(out, ascii_lower(word.data[i]));
}

/* "Neck pain: causes" names no field; "title: ankle" would. */
static void add_field(struct buffer *out, const struct lexeme *lexeme)
{
    enum query_field field = QUERY_ANYWHERE;

    if (lexeme->field.size == 0)
        return;
    add_word(out, lexeme->field);
    if (lexeme->text.size == 0 && !field_of_word(&field, lexeme->field))
        buffer_append_byte(out, ':');
}

/* What is left of a run without spaces may have a sign and a field again. */
static void add_run(struct buffer *out, palpate_view run)
{
    while (run.size > 0 && run.data[run.size - 1] == '*')
        run.size--;
    while (run.size > 0) {
        struct lexer lexer = { .text = run };
        struct lexeme lexeme = lexer_next(&lexer);
        if (lexeme.kind != LEXEME_WORD) {
            add_operator(out, run);
            return;
        }
        add_field(out, &lexeme);
        if (lexeme.text.size == run.size) {
            add_word(out, run);
            return;
        }
        run = lexeme.text;
    }
}

/* What is between quotation marks is read by itself once they are gone. */
void literal_write(struct buffer *out, palpate_view text)
{
    struct lexer lexer = { .text = text };
    struct lexer inside = { .text = { NULL, 0 } };

    for (;;) {
        struct lexeme lexeme = lexer_next(&inside);
        if (lexeme.kind == LEXEME_END)
            lexeme = lexer_next(&lexer);
        if (lexeme.kind == LEXEME_END)
            return;
        add_field(out, &lexeme);
        if (lexeme.kind == LEXEME_PHRASE)
            inside = (struct lexer){ .text = lexeme.text };
        else if (lexeme.kind == LEXEME_WORD)
            add_run(out, lexeme.text);
        else if (lexeme.kind != LEXEME_OPEN && lexeme.kind != LEXEME_CLOSE)
            add_operator(out, lexeme.text);
    }
}
