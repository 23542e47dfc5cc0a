/* Classes of ASCII bytes, whatever the locale and whether a char has a sign.  Bytes of
   other characters are in none.
 */
#ifndef CORE_ASCII_H
#define CORE_ASCII_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

static inline bool ascii_is_digit(int byte)
{
    return byte >= '0' && byte <= '9';
}

static inline bool ascii_is_upper(int byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static inline bool ascii_is_lower(int byte)
{
    return byte >= 'a' && byte <= 'z';
}

static inline bool ascii_is_letter(int byte)
{
    return ascii_is_lower(byte) || ascii_is_upper(byte);
}

static inline bool ascii_is_alphanumeric(int byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte);
}

/* Space, tab, line feed, vertical tab, form feed and carriage return. */
static inline bool ascii_is_space(int byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Space and all controls but DEL: what HTML and addresses have around their words. */
static inline bool ascii_is_blank(int byte)
{
    return (unsigned char)byte <= ' ';
}

/* A capital as the small letter; other bytes as they are. */
static inline char ascii_lower(int byte)
{
    return (char)(ascii_is_upper(byte) ? byte | 0x20 : byte);
}

/* A small letter as the capital; other bytes as they are. */
static inline char ascii_upper(int byte)
{
    return (char)(ascii_is_lower(byte) ? byte & ~0x20 : byte);
}

/* The value of a hexadecimal digit, small or capital; -1 for what is none. */
static inline int ascii_hex_value(int byte)
{
    if (ascii_is_digit(byte))
        return byte - '0';
    char small = ascii_lower(byte);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

#ifdef __cplusplus
}
#endif
#endif
