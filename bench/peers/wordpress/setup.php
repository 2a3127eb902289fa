<?php
// Installs WordPress and fills it. Reads {"title", "user", "password", "comments"} from the file it is given;
// a comment is [post, status, author, email, text, unix time]. Prints its version, the posts' ids, the
// address of the first one's page behind the host and the ids of the comments that wait, as JSON.
define('WP_INSTALLING', true);
$wanted = json_decode(file_get_contents($argv[1]), true);
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require getcwd() . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install($wanted['title'], $wanted['user'], 'admin@example.fr', true, '', $wanted['password']);
$options = [
    'comment_moderation' => 1, 'comment_registration' => 0, 'require_name_email' => 1,
    'comments_notify' => 0, 'moderation_notify' => 0, 'close_comments_for_old_posts' => 0,
    'page_comments' => 1, 'comments_per_page' => 50, 'default_comments_page' => 'oldest', 'comment_order' => 'asc',
];
foreach ($options as $name => $value) update_option($name, $value);
$GLOBALS['wpdb']->query("DELETE FROM {$GLOBALS['wpdb']->comments}");

$posts = [];
for ($at = 0; $at < $wanted['posts']; $at++) {
    $posts[] = wp_insert_post([
        'post_title' => "Article $at", 'post_status' => 'publish', 'comment_status' => 'open',
        'post_content' => str_repeat("<!-- wp:paragraph --><p>Un paragraphe de l'article.</p><!-- /wp:paragraph -->", 8),
    ]);
}
foreach (array_chunk($wanted['comments'], 500) as $chunk) {
    $rows = [];
    foreach ($chunk as [$post, $status, $author, $email, $text, $time]) {
        $date = gmdate('Y-m-d H:i:s', $time);
        $rows[] = $GLOBALS['wpdb']->prepare(
            "(%d, %s, %s, '', '127.0.0.1', %s, %s, %s, 0, %s, 'Mozilla/5.0', 'comment', 0, 0)",
            $posts[$post], $author, $email, $date, $date, $text, $status
        );
    }
    $GLOBALS['wpdb']->query(
        "INSERT INTO {$GLOBALS['wpdb']->comments} (comment_post_ID, comment_author, comment_author_email, comment_author_url," .
        ' comment_author_IP, comment_date, comment_date_gmt, comment_content, comment_karma, comment_approved, comment_agent,' .
        ' comment_type, comment_parent, user_id) VALUES ' . implode(',', $rows)
    );
}
foreach ($posts as $post) wp_update_comment_count_now($post);
echo json_encode([
    'version' => $GLOBALS['wp_version'],
    'posts' => $posts,
    'page' => substr(get_permalink($posts[0]), strlen(home_url())),
    'waiting' => array_map('intval', $GLOBALS['wpdb']->get_col(
        "SELECT comment_ID FROM {$GLOBALS['wpdb']->comments} WHERE comment_approved = '0' ORDER BY comment_ID"
    )),
]);
