const TIME_BYTES = 6;

/** A time in milliseconds since 1970, as rings keep it: six bytes that sort as the times do, which every comment id begins with. */
export const bytesOfTime = (ms: number): Uint8Array => {
  const bytes = Buffer.alloc(TIME_BYTES);
  bytes.writeUIntBE(Math.max(0, ms), 0, TIME_BYTES);
  return bytes;
};

export const timeOfBytes = (bytes: Uint8Array): number => Buffer.from(bytes).readUIntBE(0, TIME_BYTES);
