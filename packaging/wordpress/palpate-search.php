<?php
/**
 * Plugin Name: palpate search
 * Description: Puts the search of a palpate server into a WordPress site: instead of the search form of the theme, and by the shortcode [palpate_search].
 * Version: 0.1.0
 * Requires at least: 6.5
 * Requires PHP: 7.4
 * License: GPL-2.0-or-later
 *
 * Copy this file to wp-content/plugins/, switch it on, and enter the address of the server at
 * Settings > Reading. Without an address it does nothing. The server is started with
 * --allow-origin and the address of the site.
 */

defined('ABSPATH') || exit;

/** The address of the server with a slash at its end; empty where none is set. */
function palpate_search_server(): string
{
    $address = esc_url_raw(trim((string) get_option('palpate_search_server', '')), ['https', 'http']);
    return $address === '' ? '' : trailingslashit($address);
}

/** The search as HTML. Without JavaScript, and where the server is away, it is the form in it. */
function palpate_search_element(): string
{
    $server = palpate_search_server();
    if ($server === '') {
        return '';
    }
    wp_enqueue_script_module('palpate-search', $server . 'palpate.js');
    return '<palpate-search><form action="' . esc_url($server) . '" role="search">'
        . '<label>' . esc_html__('Search') . ' <input type="search" name="q"></label> '
        . '<button>' . esc_html__('Search') . '</button></form></palpate-search>';
}

add_shortcode('palpate_search', 'palpate_search_element');

// The form of the theme stays where no server is set.
add_filter('get_search_form', function ($form) {
    $element = palpate_search_element();
    return $element === '' ? $form : $element;
});

add_action('admin_init', function () {
    register_setting('reading', 'palpate_search_server', [
        'type' => 'string',
        'default' => '',
        'sanitize_callback' => function ($address) {
            return esc_url_raw(trim((string) $address), ['https', 'http']);
        },
    ]);
    add_settings_field('palpate_search_server', 'palpate server', function () {
        printf(
            '<input name="palpate_search_server" type="url" class="regular-text" value="%s" placeholder="https://search.clinic.example/">',
            esc_attr((string) get_option('palpate_search_server', ''))
        );
    }, 'reading');
});
