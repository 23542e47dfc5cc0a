#include "core/web_address.h"

#include <string.h>

#include "core/ascii.h"
#include "core/utf8.h"
#include "core/view.h"

/* Neither white space nor controls, nor marks that turn the order of what is shown, nor
   what would end a link where one is written. */
static bool is_of_address(uint32_t character, size_t size)
{
    if (character < 0x80)
        return character > ' ' && character != 0x7F &&
               strchr("\"<>\\`", (int)character) == NULL;
    return !(character == UTF8_REPLACEMENT && size == 1) && character > 0xA0 &&
           !(character >= 0x2000 && character <= 0x200F) &&
           !(character >= 0x2028 && character <= 0x202F) &&
           !(character >= 0x205F && character <= 0x206F) && character != 0x3000 &&
           character != 0xFEFF;
}

static bool is_clean(palpate_view text)
{
    size_t size = 0;

    for (size_t place = 0; place < text.size; place += size)
        if (!is_of_address(utf8_decode(text, place, &size), size))
            return false;
    return text.size > 0;
}

static size_t scheme_size(palpate_view text)
{
    static const palpate_view SCHEMES[] = { PALPATE_VIEW_INIT("http://"),
        PALPATE_VIEW_INIT("https://") };

    for (size_t i = 0; i < sizeof SCHEMES / sizeof *SCHEMES; i++)
        if (view_equals_ignoring_case(view_slice(text, 0, SCHEMES[i].size), SCHEMES[i]))
            return SCHEMES[i].size;
    return 0;
}

/* Up to the path, the question or the fragment. */
static palpate_view authority_of(palpate_view rest)
{
    size_t end = 0;

    while (end < rest.size && strchr("/?#", rest.data[end]) == NULL)
        end++;
    return view_slice(rest, 0, end);
}

static bool is_of_host(char byte)
{
    return ascii_is_alphanumeric(byte) || (unsigned char)byte >= 0x80 ||
           strchr("-._~%!$&'()*+,;=", byte) != NULL;
}

/* An address of IPv6 in its brackets, or a name. */
static bool is_host(palpate_view host)
{
    bool has_name = false;

    if (host.size == 0)
        return false;
    if (host.size > 2 && host.data[0] == '[' && host.data[host.size - 1] == ']') {
        for (size_t i = 1; i + 1 < host.size; i++)
            if (strchr("0123456789abcdefABCDEF:.", host.data[i]) == NULL)
                return false;
        return true;
    }
    for (size_t i = 0; i < host.size; i++) {
        if (!is_of_host(host.data[i]))
            return false;
        has_name |= host.data[i] != '.';
    }
    return has_name;
}

static bool is_port(palpate_view port)
{
    unsigned number = 0;

    for (size_t i = 0; i < port.size; i++) {
        if (!ascii_is_digit(port.data[i]) || number > 65535)
            return false;
        number = number * 10 + (unsigned)(port.data[i] - '0');
    }
    return number <= 65535;
}

static bool is_authority(palpate_view authority)
{
    size_t user = view_find(authority, PALPATE_VIEW("@"));

    if (user < authority.size)
        authority = view_slice(authority, user + 1, authority.size);
    if (authority.data == NULL || authority.size == 0)
        return false;
    size_t colon = authority.size;
    for (size_t i = authority.size; i-- > 0 && authority.data[i] != ']';)
        if (authority.data[i] == ':')
            colon = i;
    return is_host(view_slice(authority, 0, colon)) &&
           is_port(view_slice(authority, colon + 1, authority.size));
}

bool is_web_address(palpate_view text)
{
    size_t scheme = scheme_size(text);

    return scheme > 0 && is_clean(text) &&
           is_authority(authority_of(view_slice(text, scheme, text.size)));
}

bool is_web_path(palpate_view text)
{
    if (is_web_address(text))
        return true;
    return is_clean(text) && !view_starts_with(text, PALPATE_VIEW("//")) &&
           memchr(authority_of(text).data, ':', authority_of(text).size) == NULL;
}
