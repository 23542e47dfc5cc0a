#include "server/asker.h"

#include <string.h>

bool asker_write_question(char out[ASKER_QUESTION], palpate_view question)
{
    size_t size = 0;

    for (size_t i = 0; i < question.size; i++) {
        unsigned char byte = (unsigned char)question.data[i];
        bool is_space = byte <= ' ' || byte == 0x7F;
        if (is_space && (size == 0 || out[size - 1] == ' '))
            continue;
        if (size + 1 == ASKER_QUESTION)
            return false;
        if (is_space)
            byte = ' ';
        else if (byte >= 'A' && byte <= 'Z')
            byte = (unsigned char)(byte + ('a' - 'A'));
        out[size++] = (char)byte;
    }
    size -= size > 0 && out[size - 1] == ' ';
    out[size] = '\0';
    return size > 0;
}

bool asker_is_same(const char *before, const char *after)
{
    size_t old_size = strlen(before);
    size_t new_size = strlen(after);

    return strncmp(before, after, old_size < new_size ? old_size : new_size) == 0;
}

struct asked_once *asker_slot(struct askers *askers, uint64_t asker)
{
    return &askers->slots[asker % ASKER_SLOTS];
}
