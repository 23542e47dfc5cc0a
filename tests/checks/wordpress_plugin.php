<?php
// wordpress_plugin.php PLUGIN: runs the plugin beside what it uses of WordPress, and says what it does.
// Those functions are written here as far as a test of it needs them.

$options = [];
$shortcodes = $filters = $actions = $modules = $settings = $fields = [];
define('ABSPATH', '/');

function get_option($name, $default = false) { global $options; return $options[$name] ?? $default; }
function esc_url_raw($url, $protocols = null) {
    return in_array(parse_url($url, PHP_URL_SCHEME), $protocols, true) ? str_replace(['"', '<', '>', ' '], '', $url) : '';
}
function esc_url($url) { return htmlspecialchars($url, ENT_QUOTES); }
function esc_attr($text) { return htmlspecialchars($text, ENT_QUOTES); }
function esc_html__($text) { return htmlspecialchars($text, ENT_QUOTES); }
function trailingslashit($path) { return rtrim($path, '/') . '/'; }
function add_shortcode($name, $call) { global $shortcodes; $shortcodes[$name] = $call; }
function add_filter($name, $call) { global $filters; $filters[$name] = $call; }
function add_action($name, $call) { global $actions; $actions[$name] = $call; }
function wp_enqueue_script_module($name, $address) { global $modules; $modules[$name] = $address; }
function register_setting($page, $name, $about) { global $settings; $settings[$name] = $about; }
function add_settings_field($name, $title, $call) { global $fields; $fields[$name] = $call; }

function expect($is_so, $sentence)
{
    if (!$is_so) {
        fwrite(STDERR, "FAILED: $sentence\n");
        exit(1);
    }
}

require $argv[1];
expect($shortcodes['palpate_search']() === '' && $modules === [], 'without a server it says nothing');
expect($filters['get_search_form']('theirs') === 'theirs', 'without a server the form of the theme stays');

$options['palpate_search_server'] = ' https://search.clinic.example ';
$element = $shortcodes['palpate_search']();
expect($modules['palpate-search'] === 'https://search.clinic.example/palpate.js', 'the script is that of the server');
expect(strpos($element, '<form action="https://search.clinic.example/" role="search">') !== false, 'the form works alone');
expect($filters['get_search_form']('theirs') === $element, 'the form of the theme is replaced');

$options['palpate_search_server'] = 'javascript:alert(1)';
expect($shortcodes['palpate_search']() === '', 'an address that is none of the web is no server');
$options['palpate_search_server'] = 'https://a.example/"><script>';
expect(strpos($shortcodes['palpate_search'](), '<script>') === false, 'an address ends nothing');

$actions['admin_init']();
expect($settings['palpate_search_server']['sanitize_callback']('ftp://a.example/') === '', 'another protocol is not stored');
ob_start();
$fields['palpate_search_server']();
expect(strpos(ob_get_clean(), 'value="https://a.example/&quot;&gt;&lt;script&gt;"') !== false, 'the field shows it as text');
