#include "server/limits.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name;
    size_t place;
    uint32_t fallback;
    uint32_t least;
    uint32_t most;
} KNOWN[] = {
#define LIMIT_ROW(member, name, fallback, least, most, what) \
    { name, offsetof(struct limits, member), fallback, least, most },
    LIMITS(LIMIT_ROW)
#undef LIMIT_ROW
};

static uint32_t *place_of(struct limits *limits, size_t i)
{
    return (uint32_t *)(void *)((char *)limits + KNOWN[i].place);
}

void limits_default(struct limits *limits)
{
    for (size_t i = 0; i < LIMIT_COUNT; i++)
        *place_of(limits, i) = KNOWN[i].fallback;
}

static bool is_number(const char *value, unsigned long *number)
{
    char *end = NULL;

    errno = 0;
    *number = strtoul(value, &end, 10);
    return isdigit((unsigned char)*value) && *end == '\0' && errno == 0;
}

bool limits_set(struct limits *limits, const char *name, const char *value,
        char *complaint, size_t complaint_size)
{
    for (size_t i = 0; i < LIMIT_COUNT; i++) {
        unsigned long number = 0;
        if (strcmp(name, KNOWN[i].name) != 0)
            continue;
        if (!is_number(value, &number) || number < KNOWN[i].least ||
                number > KNOWN[i].most) {
            (void)snprintf(complaint, complaint_size,
                    "%s takes a number from %u to %u: %s", name, KNOWN[i].least,
                    KNOWN[i].most, value);
            return false;
        }
        *place_of(limits, i) = (uint32_t)number;
        return true;
    }
    (void)snprintf(complaint, complaint_size, "there is no limit called %s", name);
    return false;
}

static bool read_line(
        struct limits *limits, char *line, char *complaint, size_t complaint_size)
{
    static const char SPACE[] = " \t\r\n";
    char *rest = NULL;
    char *name = strtok_r(line, SPACE, &rest);

    if (name == NULL || *name == '#')
        return true;
    char *value = strtok_r(NULL, SPACE, &rest);
    if (value == NULL || strtok_r(NULL, SPACE, &rest) != NULL) {
        (void)snprintf(complaint, complaint_size, "%s takes one number", name);
        return false;
    }
    return limits_set(limits, name, value, complaint, complaint_size);
}

/* A named pipe in the place of the file is not waited for: it says nothing. */
static FILE *open_file(const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

    return file < 0 ? NULL : fdopen(file, "r");
}

bool limits_read(
        struct limits *limits, const char *path, char *complaint, size_t complaint_size)
{
    struct limits fresh = *limits;
    FILE *file = open_file(path);
    char line[512];
    char reason[256] = "";
    unsigned number = 0;
    bool is_sound = true;

    if (file == NULL) {
        (void)snprintf(complaint, complaint_size, "%s: %s", path, strerror(errno));
        return false;
    }
    while (is_sound && fgets(line, sizeof line, file) != NULL) {
        number++;
        is_sound = read_line(&fresh, line, reason, sizeof reason);
    }
    (void)fclose(file);
    if (is_sound)
        *limits = fresh;
    else
        (void)snprintf(
                complaint, complaint_size, "%s: line %u: %s", path, number, reason);
    return is_sound;
}
