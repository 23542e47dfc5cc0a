#include "server/form.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static bool is_control(char byte)
{
    return (unsigned char)byte < ' ' || byte == '\x7F';
}

const char *form_target_fault(const char *target)
{
    const char *nul = strstr(target, "%00");

    for (const char *at = target; *at != '\0'; at++) {
        if (*at != ' ' && !is_control(*at))
            continue;
        return "The address has a space or a control character, which is written "
               "as %20 or the like";
    }
    /* Paths are strings to the HTTP library: they would end there. */
    if (nul != NULL && nul < target + strcspn(target, "?"))
        return "The path has a NUL in it";
    return NULL;
}

static bool is_token_byte(char byte)
{
    return isalnum((unsigned char)byte) ||
           (byte != '\0' && strchr("!#$%&'*+-.^_`|~", byte) != NULL);
}

const char *form_method_fault(const char *method)
{
    for (const char *at = method; *at != '\0'; at++)
        if (!is_token_byte(*at))
            return "The method has a character that cannot be in it";
    return NULL;
}

const char *form_header_fault(palpate_view name, palpate_view value)
{
    bool is_token = name.size > 0;

    for (size_t i = 0; i < name.size; i++)
        is_token = is_token && is_token_byte(name.data[i]);
    if (!is_token)
        return "The name of a header has a character that cannot be in it";
    for (size_t i = 0; i < value.size; i++)
        if (is_control(value.data[i]) && value.data[i] != '\t')
            return "A header has a control character in it";
    return NULL;
}

const char *form_path(const char *path)
{
    size_t scheme = strncasecmp(path, "http://", 7) == 0    ? 7
                    : strncasecmp(path, "https://", 8) == 0 ? 8
                                                            : 0;

    if (scheme == 0)
        return path;
    const char *slash = strchr(path + scheme, '/');
    return slash == NULL ? "/" : slash;
}
