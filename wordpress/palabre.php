<?php
/**
 * Plugin Name: Palabre
 * Description: Shows and takes the comments of your posts through Palabre, with and without JavaScript.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 *
 * Where the service is stands under Settings > Discussion, or in wp-config.php:
 *   define('PALABRE_URL', 'https://comments.example.fr');
 *   define('PALABRE_SITE', 'journal');
 * The site at the service must name this WordPress among its origins. WordPress's own comments stay in its database, unseen.
 *
 * Closing a post's comments in WordPress takes the ways to write off its page. The service goes on taking what is sent to it: its own
 * moderators close an article there for good.
 */

defined('ABSPATH') || exit;

if (class_exists('Palabre', false)) {
    // Included once more, by a theme, as the template of its comments.
    echo Palabre::conversation(get_post());
} else {
    final class Palabre
    {
        /** Seconds for which what the service said is used again, and for which it stands in when the service is not there. */
        private const FRESH_S = 10;
        private const KEPT_S = 86400;
        private const PATIENCE_S = 3;

        private const WORDS = [
            'fr' => [
                'respond' => 'Laisser un commentaire', 'text' => 'Votre commentaire', 'author' => 'Votre nom',
                'email' => 'E-mail', 'optional' => 'facultatif', 'private' => 'Jamais affiché ni transmis.',
                'empty' => 'Laissez ce champ vide', 'send' => 'Envoyer le commentaire', 'comments' => 'Commentaires',
                'remember' => 'Me reconnaître la prochaine fois (un cookie, pendant un an)',
                'elsewhere' => 'Les commentaires se déposent sur la page de l’article.',
                'url' => 'Palabre : adresse du service', 'site' => 'Palabre : identifiant de ce site',
            ],
            'en' => [
                'respond' => 'Leave a comment', 'text' => 'Your comment', 'author' => 'Your name',
                'email' => 'Email', 'optional' => 'optional', 'private' => 'Never shown or passed on.',
                'empty' => 'Leave this field empty', 'send' => 'Send comment', 'comments' => 'Comments',
                'remember' => 'Recognise me next time (a cookie, for a year)',
                'elsewhere' => 'Comments are taken on the page of the article.',
                'url' => 'Palabre: address of the service', 'site' => 'Palabre: id of this site there',
            ],
        ];

        public static function start(): void
        {
            add_action('admin_init', [self::class, 'settings']);
            if (self::option('url') === '' || self::option('site') === '') return;
            add_filter('comments_template', function () { return __FILE__; }, 100);
            foreach (['core/comments', 'core/post-comments'] as $block)
                add_filter("render_block_$block", function () { return self::conversation(get_post()); }, 100);
            add_filter('comments_number', function () { return self::count(get_the_ID()); });
            foreach (['core/post-comments-count', 'core/post-comments-link'] as $block)
                add_filter("render_block_$block", [self::class, 'blockCount'], 100, 3);
            add_action('wp_enqueue_scripts', [self::class, 'files']);
            add_action('pre_comment_on_post', [self::class, 'elsewhere']);
        }

        /** A post's comments as the service draws them, and a form. */
        public static function conversation(?WP_Post $post): string
        {
            if (!$post || post_password_required($post)) return '';
            $isOpen = comments_open($post);
            $comments = self::comments($post, $isOpen ? [] : ['closed' => 'yes']);
            if (!$isOpen) return $comments;
            $place = sprintf(
                '<palabre-comments site="%s" article="%d" lang="%s">',
                esc_attr(self::option('site')), $post->ID, esc_attr(self::language())
            );
            return $place . $comments . self::form($post) . '</palabre-comments>';
        }

        /** In the place of a count that WordPress knows nothing of; the script fills it. */
        private static function count(int $post): string
        {
            return sprintf(
                '<palabre-count site="%s" article="%d">%s</palabre-count>',
                esc_attr(self::option('site')), $post, esc_html(self::word('comments'))
            );
        }

        /** Blocks take WordPress's count for a number, so the first words they draw are replaced. */
        public static function blockCount(string $html, array $parsed, object $block): string
        {
            $count = self::count((int) ($block->context['postId'] ?? get_the_ID()));
            return preg_replace_callback('/>[^<>]*[^<>\s][^<>]*</', function () use ($count) { return ">$count<"; }, $html, 1) ?? $html;
        }

        public static function files(): void
        {
            wp_enqueue_style('palabre', self::option('url') . '/embed.css', [], null);
            wp_enqueue_script('palabre', self::option('url') . '/embed.js', [], null, true);
        }

        /** Robots know WordPress's own address for comments. */
        public static function elsewhere(): void
        {
            wp_die(esc_html(self::word('elsewhere')), '', ['response' => 403, 'back_link' => true]);
        }

        public static function settings(): void
        {
            foreach (['url', 'site'] as $name) {
                $option = "palabre_$name";
                $clean = $name === 'url' ? 'esc_url_raw' : 'sanitize_key';
                register_setting('discussion', $option, ['sanitize_callback' => $clean]);
                add_settings_field($option, esc_html(self::word($name)), function () use ($name, $option) {
                    $fixed = defined(strtoupper($option)) ? ' readonly' : '';
                    printf('<input class="regular-text" id="%1$s" name="%1$s" value="%2$s"%3$s>', $option, esc_attr(self::option($name)), $fixed);
                }, 'discussion', 'default', ['label_for' => $option]);
            }
        }

        private static function option(string $name): string
        {
            $constant = 'PALABRE_' . strtoupper($name);
            return rtrim((string) (defined($constant) ? constant($constant) : get_option("palabre_$name", '')), '/');
        }

        /** Of readers the site's, of who administers it their own. */
        private static function language(): string
        {
            return strpos(determine_locale(), 'fr') === 0 ? 'fr' : 'en';
        }

        private static function word(string $name): string
        {
            return self::WORDS[self::language()][$name];
        }

        /** The comments as the service has them; as it had them last, when it does not answer; nothing, which the script fills, when it never did. */
        private static function comments(WP_Post $post, array $asked, bool $isFirstPage = false): string
        {
            $handed = $isFirstPage ? [] : array_intersect_key(wp_unslash($_GET), ['cursor' => 1, 'around' => 1]);
            $query = array_filter($handed, 'is_string') + ['article' => $post->ID, 'page' => get_permalink($post)] + $asked;
            $address = sprintf('%s/v1/sites/%s/comments.html?%s', self::option('url'), rawurlencode(self::option('site')), http_build_query($query, '', '&'));
            $key = 'palabre_' . md5($address . self::language());
            $kept = get_transient($key);
            $isShared = !isset($query['cursor']) && !isset($query['around']);
            if ($isShared && is_array($kept) && $kept['at'] > time() - self::FRESH_S) return $kept['html'];

            // While the service is down, no page of WordPress's waits for it.
            if (get_transient('palabre_down')) return is_array($kept) ? $kept['html'] : '';

            $answer = wp_remote_get($address, ['timeout' => self::PATIENCE_S, 'headers' => ['Accept-Language' => self::language()]]);
            $isGood = wp_remote_retrieve_response_code($answer) === 200;
            $isDown = is_wp_error($answer) || wp_remote_retrieve_response_code($answer) >= 500;
            if ($isDown) set_transient('palabre_down', 1, self::FRESH_S);
            // Somebody else's parameter, or an old one.
            if (!$isGood && !$isDown && !$isShared) return self::comments($post, $asked, true);
            if (!$isGood) return is_array($kept) ? $kept['html'] : '';
            $html = wp_remote_retrieve_body($answer);
            // Pages that anybody may ask for would fill the database.
            if ($isShared) set_transient($key, ['at' => time(), 'html' => $html], self::KEPT_S);
            return $html;
        }

        private static function form(WP_Post $post): string
        {
            $link = get_permalink($post);
            $title = html_entity_decode(wp_strip_all_tags(get_the_title($post)), ENT_QUOTES | ENT_HTML5);
            $hidden = ['article' => $post->ID, 'title' => $title, 'link' => $link, 'redirect_to' => $link];
            $fields = '';
            foreach ($hidden as $name => $value)
                $fields .= sprintf('<input type="hidden" name="%s" value="%s">', $name, esc_attr($value));
            $w = array_map('esc_html', self::WORDS[self::language()]);
            $action = esc_url(self::option('url') . '/v1/sites/' . self::option('site') . '/comments?lang=' . self::language());
            return <<<HTML
<section id="respond" aria-labelledby="respond-title">
<h2 id="respond-title">{$w['respond']}</h2>
<form class="comment-form" method="post" action="$action" accept-charset="utf-8">$fields
<p><label for="comment-text">{$w['text']}</label><textarea id="comment-text" name="text" rows="9" required></textarea></p>
<div class="pair">
<p><label for="comment-author">{$w['author']}</label><input id="comment-author" name="author" type="text" autocomplete="name" maxlength="245" required></p>
<p><label for="comment-email">{$w['email']} <small>({$w['optional']})</small></label><input id="comment-email" name="email" type="email" autocomplete="email" aria-describedby="comment-email-hint"><small id="comment-email-hint">{$w['private']}</small></p>
</div>
<p class="choice"><input id="comment-remember" name="wp-comment-cookies-consent" type="checkbox" value="yes"><label for="comment-remember">{$w['remember']}</label></p>
<p hidden><label>{$w['empty']} <input name="contact_me" tabindex="-1" autocomplete="off"></label></p>
<p><button>{$w['send']}</button></p>
</form>
</section>
HTML;
        }
    }

    add_action('plugins_loaded', [Palabre::class, 'start']);
}
