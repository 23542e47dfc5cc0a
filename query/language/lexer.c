#include "query/language/lexer.h"

#include "core/ascii.h"
#include "core/utf8.h"
#include "core/view.h"

enum { SIGNED_DIGITS = 3 /* of a number that may have a sign */ };

static bool is_space(unsigned char byte)
{
    return byte <= ' ' || byte == 0x7F;
}

/* The size of the quotation mark at `place`, straight or typographic, or 0. */
static size_t quote_size(palpate_view text, size_t place)
{
    size_t size = 0;

    if (text.data[place] == '"')
        return 1;
    if ((unsigned char)text.data[place] < 0x80)
        return 0;
    uint32_t character = utf8_decode(text, place, &size);
    bool is_quote = (character >= 0x201C && character <= 0x201F) || character == 0xAB ||
                    character == 0xBB;
    return is_quote ? size : 0;
}

static bool ends_word(palpate_view text, size_t place)
{
    char byte = text.data[place];

    return is_space((unsigned char)byte) || byte == '(' || byte == ')' ||
           quote_size(text, place) > 0;
}

static size_t word_end(palpate_view text, size_t place)
{
    while (place < text.size && !ends_word(text, place))
        place++;
    return place;
}

static bool read_near(palpate_view word, uint32_t *window)
{
    uint32_t number = 0;

    if (!view_starts_with(word, PALPATE_VIEW("NEAR")))
        return false;
    *window = 0;
    if (word.size == 4)
        return true;
    if (word.data[4] != '/' || word.size == 5 || word.size > 10)
        return false;
    for (size_t i = 5; i < word.size; i++) {
        if (!ascii_is_digit(word.data[i]))
            return false;
        number = number * 10 + (uint32_t)(word.data[i] - '0');
    }
    *window = number;
    return number > 0;
}

static bool read_operator(struct lexeme *lexeme, palpate_view word)
{
    static const struct {
        palpate_view word;
        enum lexeme_kind kind;
    } OPERATORS[] = {
        { PALPATE_VIEW_INIT("AND"), LEXEME_AND },
        { PALPATE_VIEW_INIT("OR"), LEXEME_OR },
        { PALPATE_VIEW_INIT("NOT"), LEXEME_NOT },
    };

    for (size_t i = 0; i < sizeof OPERATORS / sizeof *OPERATORS; i++) {
        if (view_equals(word, OPERATORS[i].word)) {
            lexeme->kind = OPERATORS[i].kind;
            return true;
        }
    }
    if (!read_near(word, &lexeme->window))
        return false;
    lexeme->kind = LEXEME_NEAR;
    return true;
}

bool lexer_is_operator(palpate_view word)
{
    struct lexeme lexeme;

    return read_operator(&lexeme, word);
}

/* Takes "title:" off the front; what looks like an address (http://…) has no field. */
static palpate_view take_field(palpate_view *word)
{
    palpate_view field = { NULL, 0 };
    size_t size = 0;

    while (size < word->size && ascii_is_lower(word->data[size]))
        size++;
    if (size == 0 || size >= word->size || word->data[size] != ':')
        return field;
    if (view_starts_with(view_slice(*word, size, 3), PALPATE_VIEW("://")))
        return field;
    field = view_slice(*word, 0, size);
    *word = view_slice(*word, size + 1, word->size);
    return field;
}

static struct lexeme read_phrase(struct lexer *lexer)
{
    palpate_view text = lexer->text;
    size_t start = lexer->place + quote_size(text, lexer->place);
    size_t end = start;
    struct lexeme lexeme = { .kind = LEXEME_PHRASE };

    while (end < text.size && quote_size(text, end) == 0)
        end++;
    lexeme.text = view_slice(text, start, end - start);
    lexeme.is_open_ended = end == text.size;
    lexeme.is_last = lexeme.is_open_ended;
    lexer->place = lexeme.is_open_ended ? end : end + quote_size(text, end);
    return lexeme;
}

/* A year is none. */
bool lexer_may_be_signed(palpate_view word)
{
    size_t end = 0;

    while (end < word.size && ascii_is_digit(word.data[end]))
        end++;
    return end > 0 && end <= SIGNED_DIGITS &&
           (end == word.size || !ascii_is_letter(word.data[end]));
}

/* Whether a word starts with a sign that demands or forbids it.  One that follows a
   parenthesis at once is a hyphen: "(H2A)-histone". */
static bool has_sign(const struct lexer *lexer, size_t start, palpate_view word)
{
    if (word.data[0] != '+' && word.data[0] != '-')
        return false;
    return !lexer_may_be_signed(view_slice(word, 1, word.size)) &&
           (start == 0 || lexer->text.data[start - 1] != ')');
}

/* A word, or the sign and field before a phrase or parenthesis. */
static struct lexeme read_word(struct lexer *lexer)
{
    palpate_view text = lexer->text;
    size_t start = lexer->place;
    size_t end = word_end(text, start);
    palpate_view word = view_slice(text, start, end - start);
    struct lexeme lexeme = { .kind = LEXEME_WORD };

    lexer->place = end;
    lexeme.text = word;
    lexeme.is_last = end == text.size;
    if (read_operator(&lexeme, word))
        return lexeme;
    if (has_sign(lexer, start, word)) {
        lexeme.sign = word.data[0];
        word = view_slice(word, 1, word.size);
    }
    lexeme.field = take_field(&word);
    lexeme.text = word;
    return lexeme;
}

static bool at_phrase(const struct lexer *lexer)
{
    return lexer->place < lexer->text.size && quote_size(lexer->text, lexer->place) > 0;
}

static bool at_open(const struct lexer *lexer)
{
    return lexer->place < lexer->text.size && lexer->text.data[lexer->place] == '(';
}

struct lexeme lexer_next(struct lexer *lexer)
{
    palpate_view text = lexer->text;

    while (lexer->place < text.size && is_space((unsigned char)text.data[lexer->place]))
        lexer->place++;
    if (lexer->place >= text.size)
        return (struct lexeme){ .kind = LEXEME_END };
    if (at_phrase(lexer))
        return read_phrase(lexer);
    if (text.data[lexer->place] == '(' || text.data[lexer->place] == ')') {
        bool opens = text.data[lexer->place] == '(';
        return (struct lexeme){ .kind = opens ? LEXEME_OPEN : LEXEME_CLOSE,
            .text = view_slice(text, lexer->place++, 1) };
    }

    struct lexeme lexeme = read_word(lexer);
    if (lexeme.kind != LEXEME_WORD || lexeme.text.size > 0)
        return lexeme;
    if (at_phrase(lexer)) {
        struct lexeme phrase = read_phrase(lexer);
        phrase.sign = lexeme.sign;
        phrase.field = lexeme.field;
        return phrase;
    }
    if (at_open(lexer)) {
        lexer->place++;
        lexeme.kind = LEXEME_OPEN;
    }
    return lexeme;
}
