#include "filters.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "command_line.h"

/* The endings of the files of a type, as servers have them. */
static const struct {
    const char *type;
    const char *ending;
} TYPES[] = {
    { "application/pdf", ".pdf" },
    { "application/msword", ".doc" },
    { "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".docx" },
    { "application/vnd.oasis.opendocument.text", ".odt" },
    { "application/rtf", ".rtf" },
    { "text/rtf", ".rtf" },
    { "application/epub+zip", ".epub" },
    { "application/vnd.ms-powerpoint", ".ppt" },
    { "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            ".pptx" },
    { "application/vnd.oasis.opendocument.presentation", ".odp" },
    { "text/markdown", ".md" },
    { "text/plain", ".txt" },
};

/* Writes the ending that is meant by the first `size` bytes of a word. */
static bool find_ending(char ending[FILTER_WORD], const char *word, size_t size)
{
    ending[0] = '\0';
    if (word[0] == '.' && size > 1 && size < FILTER_WORD - 1 &&
            memchr(word, '/', size) == NULL) {
        memcpy(ending, word, size);
        ending[size] = '\0';
    }
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        if (strlen(TYPES[i].type) == size &&
                strncasecmp(TYPES[i].type, word, size) == 0)
            (void)snprintf(ending, FILTER_WORD, "%s", TYPES[i].ending);
    return ending[0] != '\0';
}

bool filters_add(struct filters *filters, const char *word)
{
    const char *equals = strchr(word, '=');
    struct filter *filter = &filters->items[filters->given];

    if (filters->given == MAX_FILTERS - 1)
        return program_complain("too many --filter", NULL);
    if (equals == NULL || !find_ending(filter->ending, word, (size_t)(equals - word))) {
        return program_complain("--filter takes a type or an ending and a command, "
                                "such as '.docx=pandoc -f docx -t html', not",
                word);
    }
    filter->command = equals + 1;
    memcpy(filter->word, filter->ending, sizeof filter->word);
    if (equals[1] == '\0')
        memcpy(filter->word + strlen(filter->word), "=", sizeof "=");
    filters->words[filters->given] = filter->word;
    filters->count = ++filters->given;
    return true;
}

/* Writes where palpate-pdf is, beside this program as it is built and installed. */
static void find_pdf(char path[PATH_MAX])
{
    static const char PLACE[] = "../libexec/palpate/palpate-pdf";
    ssize_t size = readlink("/proc/self/exe", path, PATH_MAX - sizeof PLACE);
    char *slash = NULL;

    path[size > 0 ? size : 0] = '\0';
    slash = strrchr(path, '/');
    if (slash == NULL) {
        path[0] = '\0';
        return;
    }
    memcpy(slash + 1, PLACE, sizeof PLACE);
    if (access(path, X_OK) != 0)
        path[0] = '\0';
}

void filters_add_usual(struct filters *filters)
{
    struct filter *filter = &filters->items[filters->given];

    find_pdf(filters->pdf);
    *filter = (struct filter){ .word = ".pdf", .ending = ".pdf" };
    filters->count = filters->given + 1;
    filters->usual[0] = filter->ending;
    filters->usual_count = 1;
}

const struct filter *filters_find(const struct filters *filters, const char *ending)
{
    for (size_t i = 0; i < filters->count; i++) {
        const struct filter *filter = &filters->items[i];
        bool has_command = filter->command == NULL || filter->command[0] != '\0';
        if (has_command && strcmp(filter->ending, ending) == 0)
            return filter;
    }
    return NULL;
}
