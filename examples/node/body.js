// The body of a request.

/** Its bytes, or undefined where there are more than `limit`: these are read past and not kept, so that the client hears the answer. */
export async function bytesOf(request, limit) {
  let size = 0;
  let chunks = [];
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) chunks = [];
    else chunks.push(chunk);
  }
  return size > limit ? undefined : Buffer.concat(chunks);
}

/** Whether it says that it is JSON. */
export const isJson = ({ headers }) => /^application\/json\s*(;|$)/i.test(headers["content-type"] ?? "");
