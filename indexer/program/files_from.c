#include "files_from.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input.h"

enum { FIRST_ROOM = 64 * 1024 };

bool source_names_add(struct source_names *names, const char *name)
{
    if (names->count == names->room) {
        size_t room = names->room == 0 ? 64 : names->room * 2;
        const char **items = reallocarray(names->items, room, sizeof *items);
        if (items == NULL)
            return false;
        names->items = items;
        names->room = room;
    }
    names->items[names->count++] = name;
    return true;
}

/* A larger block with the same bytes; NULL, and the old one freed, where there is none.
 */
static char *grow(char *text, size_t *room)
{
    *room = *room == 0 ? FIRST_ROOM : *room * 2;
    char *moved = realloc(text, *room);
    if (moved == NULL)
        free(text);
    return moved;
}

/* All of a file with a NUL after it, or NULL with errno. */
static char *read_all(FILE *file, size_t *size)
{
    char *text = NULL;
    size_t room = 0;

    *size = 0;
    do {
        if (room - *size < 2 && (text = grow(text, &room)) == NULL)
            return NULL;
        *size += fread(text + *size, 1, room - *size - 1, file);
    } while (feof(file) == 0 && ferror(file) == 0);
    text[*size] = '\0';
    if (ferror(file) == 0)
        return text;
    free(text);
    return NULL;
}

static bool is_name(const char *line)
{
    return *line != '#' && line[strspn(line, " \t\r\v\f")] != '\0';
}

/* Cuts `text` into the names it lists: in its place, so that nothing is copied. */
static bool add_names(struct source_names *names, char *text, size_t size)
{
    bool has_nuls = memchr(text, '\0', size) != NULL;
    char *end = NULL;

    for (char *line = text; line < text + size; line = end + 1) {
        end = has_nuls ? line + strlen(line) : strchr(line, '\n');
        if (end == NULL)
            end = text + size;
        *end = '\0';
        if (!has_nuls && end > line && end[-1] == '\r')
            end[-1] = '\0'; /* a list that was written on another system */
        if ((has_nuls ? *line != '\0' : is_name(line)) &&
                !source_names_add(names, line))
            return false;
    }
    return true;
}

bool source_names_read(struct source_names *names, const char *option, const char *path)
{
    FILE *file = input_open(path);
    size_t size = 0;

    if (file != NULL)
        names->text = read_all(file, &size);
    bool is_read = names->text != NULL && add_names(names, names->text, size);
    if (!is_read)
        (void)fprintf(
                stderr, "palpate-index: --%s %s: %s\n", option, path, strerror(errno));
    if (file != NULL && file != stdin)
        (void)fclose(file);
    return is_read;
}

void source_names_free(struct source_names *names)
{
    free(names->text);
    free(names->items);
    *names = (struct source_names){ 0 };
}
