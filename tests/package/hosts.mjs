// Loaded before a function: leads it from the hosts of AWS to what stands in for them on this machine. The last argument is JSON: each
// host with an http address. The function's code stays as it is and speaks https; what it gets for a connection under TLS has none.
import net from 'node:net';
import tls from 'node:tls';

const hosts = JSON.parse(process.argv.at(-1));

tls.connect = ({ host }) => {
  if (hosts[host] === undefined) throw new Error(`There is no ${host} here.`);
  const { hostname, port } = new URL(hosts[host]);
  return net.connect(Number(port), hostname);
};
