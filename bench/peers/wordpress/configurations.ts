/** Where WordPress runs, and what it needs to know. */
export type Place = {
  /** Everything of it; absolute. */
  readonly folder: string;
  readonly port: number;
};

/** Answers at once, as many as the most patient of our measures sends. */
const WORKERS = 16;

/** nginx as Debian configures it, with one site and no access log. */
export const nginxConfiguration = ({ folder, port }: Place): string => `
user www-data;
worker_processes auto;
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/nginx.log;
events { worker_connections 768; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  sendfile on;
  tcp_nopush on;
  client_body_temp_path ${folder}/body;
  fastcgi_temp_path ${folder}/fastcgi;
  proxy_temp_path ${folder}/proxy;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    root ${folder}/wordpress;
    index index.php;
    location / { try_files $uri $uri/ /index.php?$args; }
    location ~ \\.php$ {
      include /etc/nginx/fastcgi_params;
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      fastcgi_param HTTP_HOST $http_host;
      fastcgi_pass unix:${folder}/php.sock;
    }
  }
}
`;

/** PHP's workers, all there from the start; compiled scripts are kept, as by default. */
export const fpmConfiguration = ({ folder }: Place): string => `
[global]
daemonize = no
error_log = ${folder}/php.log
[www]
user = www-data
group = www-data
listen = ${folder}/php.sock
listen.owner = www-data
listen.group = www-data
pm = static
pm.max_children = ${WORKERS}
`;

/** No updates, no mails, no calls to others, no timed work while it is measured; all else as WordPress comes. */
export const wordpressConfiguration = ({ folder, port }: Place): string => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${folder}/mariadb.sock');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', 'http://127.0.0.1:${port}');
define('WP_SITEURL', 'http://127.0.0.1:${port}');
define('AUTH_KEY', 'measured on this machine only');
define('SECURE_AUTH_KEY', 'measured on this machine only');
define('LOGGED_IN_KEY', 'measured on this machine only');
define('NONCE_KEY', 'measured on this machine only');
define('AUTH_SALT', 'measured on this machine only');
define('SECURE_AUTH_SALT', 'measured on this machine only');
define('LOGGED_IN_SALT', 'measured on this machine only');
define('NONCE_SALT', 'measured on this machine only');
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** Everybody here comments from one address, which WordPress would hold for a flood. */
export const floodPlugin = `<?php
add_filter('wp_is_comment_flood', '__return_false', 100);
add_filter('pre_wp_mail', '__return_true');
`;
