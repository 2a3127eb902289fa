<?php
// A stand-in for WordPress with the functions that the plugin calls. It prints what the plugin asks of the service and draws, as JSON.
define('ABSPATH', '/');
define('PALABRE_URL', 'https://comments.example.fr/');
define('PALABRE_SITE', 'journal');
ini_set('arg_separator.output', '&amp;');

class WP_Post { public $ID = 42; }
class WP_Error {}
$kept = [];
$asked = [];
$status = 200;

function add_action() {}
function post_password_required() { return false; }
$open = true;
function comments_open() { return $GLOBALS['open']; }
function esc_attr($text) { return htmlspecialchars((string) $text, ENT_QUOTES); }
function esc_html($text) { return htmlspecialchars((string) $text, ENT_QUOTES); }
function esc_url($text) { return $text; }
$locale = 'fr_FR';
function determine_locale() { return $GLOBALS['locale']; }
$labels = [];
function register_setting() {}
function add_settings_field($name, $label) { $GLOBALS['labels'][] = $label; }
function wp_unslash($value) { return $value; }
function get_permalink() { return 'https://www.example.fr/?p=42&x="><script>'; }
function get_the_title() { return 'A &amp; B: Le <em>Titanic</em> &lt;script&gt;"'; }
function wp_strip_all_tags($text) { return trim(strip_tags($text)); }
function get_transient($key) { return $GLOBALS['kept'][$key] ?? false; }
function set_transient($key, $value) { $GLOBALS['kept'][$key] = $value; }
function is_wp_error($answer) { return $answer instanceof WP_Error; }
function wp_remote_retrieve_response_code($answer) { return is_array($answer) ? $answer['status'] : ''; }
function wp_remote_retrieve_body($answer) { return $answer['body']; }
function wp_remote_get($address)
{
    $GLOBALS['asked'][] = $address;
    $status = strpos($address, 'cursor=old') ? 400 : $GLOBALS['status'];
    return $status === 0 ? new WP_Error() : ['status' => $status, 'body' => '<p>drawn</p>'];
}

require __DIR__ . '/../../wordpress/palabre.php';

/** What each of some visits asks, when the service answers so. */
function visits(array $statuses, array $query = []): array
{
    $_GET = $query;
    $seen = [];
    foreach ($statuses as $now) {
        $GLOBALS['status'] = $now;
        $GLOBALS['asked'] = [];
        $html = Palabre::conversation(new WP_Post());
        $seen[] = ['asked' => count($GLOBALS['asked']), 'drawn' => strpos($html, '<p>drawn</p>') !== false];
    }
    return $seen;
}

/** As if what is kept of the comments were a minute old, and nothing known of the service. */
function aged(): void
{
    unset($GLOBALS['kept']['palabre_down']);
    foreach ($GLOBALS['kept'] as $key => $value) $GLOBALS['kept'][$key]['at'] = $value['at'] - 60;
}

$seen = ['fresh' => visits([200, 200])];
$seen['oldCursor'] = visits([200], ['cursor' => 'old']);
aged();
$seen['down'] = visits([0, 0, 0]);
$seen['otherPage'] = visits([0], ['cursor' => 'abc']);
aged();
$seen['failing'] = visits([503, 503]);
aged();
$seen['unknown'] = visits([404, 404]);
$kept = [];
$_GET = ['cursor' => ['x'], 'around' => 'a b&c="'];
$status = 200;
$seen['html'] = Palabre::conversation(new WP_Post());
$seen['address'] = $asked[count($asked) - 1];
$open = false;
$_GET = [];
$seen['closedHtml'] = Palabre::conversation(new WP_Post());
$seen['closedAddress'] = $asked[count($asked) - 1];

// As WordPress 6.9 draws its blocks.
$block = (object) ['context' => ['postId' => 7]];
$seen['counts'] = array_map(function ($html) use ($block) { return Palabre::blockCount($html, [], $block); }, [
    'count' => '<div class="wp-block-post-comments-count">0</div>',
    'link' => '<div class="wp-block-post-comments-link"><a href=https://www.example.fr/a#respond>No comments<span class="screen-reader-text"> on A $1</span></a></div>',
    'closed' => '',
]);
foreach (['fr_FR', 'en_GB'] as $locale) Palabre::settings();
$seen['labels'] = $labels;
echo json_encode($seen);
