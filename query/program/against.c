#include "against.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_WORDS = 64 };

static const char SPACE[] = " \t\n";

/* Reads the word at `*from` into its own place, without the quotation marks that let
   white space stand in it; `*from` goes after it. */
static char *take_word(char **from)
{
    char *word = *from;
    char *to = word;
    char quote = '\0';

    for (; **from != '\0' && (quote != '\0' || strchr(SPACE, **from) == NULL);
            (*from)++) {
        if (**from == quote)
            quote = '\0';
        else if (quote == '\0' && (**from == '"' || **from == '\''))
            quote = **from;
        else
            *to++ = **from;
    }
    *from += **from != '\0';
    *to = '\0';
    return word;
}

/* Cuts the text into words, in place. */
static bool split_words(char *text, char *words[MAX_WORDS + 1], int *count)
{
    char *from = text + strspn(text, SPACE);

    for (; *from != '\0'; from += strspn(from, SPACE)) {
        if (*count == MAX_WORDS)
            return program_complain("too many words in --against", from);
        words[(*count)++] = take_word(&from);
    }
    return true;
}

static bool read_words(struct against *against, int count, char **words)
{
    int option = 0;

    optind = 0; /* getopt starts anew */
    while ((option = program_next(&SEARCH, count, words)) != PROGRAM_OPTION_END) {
        if (option == PROGRAM_OPTION_WRONG ||
                !search_option_read(
                        &against->request, (enum search_option)option, optarg))
            return false;
    }
    return optind == count;
}

bool against_read(struct against *against, const char *value)
{
    static char name[] = "palpate-query: --against";
    char *words[MAX_WORDS + 1] = { name };
    int count = 1;

    *against = (struct against){ .is_wanted = true };
    if (value[0] != '-' && value[strspn(value, SPACE)] != '\0') {
        against->file = value;
        return true;
    }
    against->text = strdup(value);
    if (against->text == NULL)
        return program_complain("--against", "out of memory");
    return split_words(against->text, words, &count) &&
           (read_words(against, count, words) ||
                   program_complain("--against takes options of a search", value));
}

void against_free(struct against *against)
{
    free(against->text);
}
