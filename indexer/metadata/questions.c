#include "indexer/metadata/questions.h"

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/view.h"
#include "indexer/html/entities.h"

/* The byte after the tag that starts at `place`, or `place` where none does. */
static size_t after_tag(palpate_view text, size_t place)
{
    size_t next = place + 1;

    if (next >= text.size || (!ascii_is_letter(text.data[next]) &&
                                     text.data[next] != '/' && text.data[next] != '!'))
        return place;
    while (next < text.size && text.data[next] != '>')
        next++;
    return next < text.size ? next + 1 : place;
}

/* Text without its tags, white space collapsed. */
static palpate_view plain_text(struct arena *arena, palpate_view text)
{
    struct buffer plain = { 0 };
    palpate_view decoded = entities_decode(arena, text);

    for (size_t i = 0; decoded.data != NULL && i < decoded.size;) {
        size_t next = decoded.data[i] == '<' ? after_tag(decoded, i) : i;
        if (next == i)
            buffer_append_byte(&plain, decoded.data[i++]);
        else
            buffer_append_byte(&plain, ' ');
        i = next > i ? next : i;
    }
    palpate_view copy = decoded.data == NULL || plain.failed
                                ? (palpate_view){ NULL, 0 }
                                : entities_decode(arena, buffer_view(&plain));
    buffer_free(&plain);
    return copy;
}

void question_take(
        struct statements *statements, palpate_view question, palpate_view answer)
{
    enum { MAX_QUESTIONS = 500, MAX_QUESTION = 400, MAX_ANSWER = 16 * 1024 };

    if (statements->declared_count == MAX_QUESTIONS || question.size == 0 ||
            answer.size == 0 || question.size > MAX_QUESTION ||
            answer.size > MAX_ANSWER)
        return;
    struct declared_answer declared = {
        .question = plain_text(statements->arena, question),
        .answer = plain_text(statements->arena, answer),
    };
    statements->failed |= declared.question.data == NULL ||
                          declared.answer.data == NULL ||
                          !arena_grow(statements->arena, (void **)&statements->declared,
                                  &statements->declared_room,
                                  statements->declared_count, sizeof declared);
    if (!statements->failed && declared.question.size > 0 && declared.answer.size > 0)
        statements->declared[statements->declared_count++] = declared;
}
