#include "server/languages.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { LONGEST = 8, MAX_LISTED = 16, WHOLE = 1000 };

struct language {
    char code[LONGEST + 1];
    int weight; /* in thousandths */
};

/* The weight that the parameters of a language give it: "q=0.8" is 800. */
static int weight_of(palpate_view parameters)
{
    const char *q = memmem(parameters.data, parameters.size, "q=", 2);
    int weight = 0;
    int unit = WHOLE;

    if (q == NULL)
        return WHOLE;
    for (const char *at = q + 2; at < parameters.data + parameters.size; at++) {
        if (*at == '.')
            continue;
        if (!isdigit((unsigned char)*at) || unit == 0)
            break;
        weight += (*at - '0') * unit;
        unit /= 10;
    }
    return weight > WHOLE ? WHOLE : weight;
}

/* The letters that an item starts with after blanks, in small ones; returns where they
 * end. */
static size_t read_code(char code[LONGEST + 1], palpate_view item)
{
    size_t start = 0;
    size_t size = 0;

    while (start < item.size && (item.data[start] == ' ' || item.data[start] == '\t'))
        start++;
    for (; size < LONGEST && start + size < item.size; size++) {
        char small = (char)(item.data[start + size] | 0x20); /* of a letter */
        if (small < 'a' || small > 'z')
            break;
        code[size] = small;
    }
    code[size] = '\0';
    return start + size;
}

/* Reads "en-GB;q=0.8"; false where that is no language, or one that is not wanted. */
static bool read_language(struct language *out, palpate_view item)
{
    size_t end = read_code(out->code, item);
    bool is_word = strlen(out->code) >= 2 &&
                   (end == item.size || strchr("-; \t_", item.data[end]));

    out->weight = weight_of((palpate_view){ item.data + end, item.size - end });
    return is_word && out->weight > 0;
}

/* Puts a language after those that weigh as much, unless it is there. */
static size_t insert(struct language *list, size_t count, struct language language)
{
    size_t place = 0;

    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i].code, language.code) == 0)
            return count;
    while (place < count && list[place].weight >= language.weight)
        place++;
    for (size_t i = count; i > place; i--)
        list[i] = list[i - 1];
    list[place] = language;
    return count + 1;
}

palpate_view languages_read(char out[LANGUAGES_SIZE], palpate_view list)
{
    struct language found[MAX_LISTED];
    size_t count = 0;
    size_t used = 0;

    while (list.size > 0 && count < MAX_LISTED) {
        const char *comma = memchr(list.data, ',', list.size);
        size_t end = comma == NULL ? list.size : (size_t)(comma - list.data);
        struct language language;
        if (read_language(&language, (palpate_view){ list.data, end }))
            count = insert(found, count, language);
        end += end < list.size;
        list = (palpate_view){ list.data + end, list.size - end };
    }
    for (size_t i = 0; i < count && i < MAX_LANGUAGES; i++) {
        size_t size = strlen(found[i].code);
        if (i > 0)
            out[used++] = ',';
        memcpy(out + used, found[i].code, size);
        used += size;
    }
    return (palpate_view){ out, used };
}
