import { getEnv } from "@/lib/runtime/env";
import type { Env } from "@/lib/runtime/env";
import type { Anchor } from "./anchor";
import { fileAnchor } from "./anchors/file-anchor";
import { createS3Anchor } from "./anchors/s3-anchor";
import { createWebhookAnchor } from "./anchors/webhook-anchor";
import { createWitnessAnchor } from "./anchors/witness-anchor";

function make(env: Env): Anchor[] {
  const { anchorWebhookUrl, anchorWebhookSecret, anchorWitnessUrl, anchorWitnessKey, anchorS3Url } = env;
  return [
    fileAnchor,
    ...(anchorWebhookUrl === undefined ? [] : [createWebhookAnchor(anchorWebhookUrl, anchorWebhookSecret)]),
    ...(anchorS3Url === undefined
      ? []
      : [
          createS3Anchor({
            url: anchorS3Url,
            region: env.anchorS3Region,
            accessKey: env.anchorS3AccessKey ?? "",
            secretKey: env.anchorS3SecretKey ?? "",
            lockDays: env.anchorS3LockDays,
          }),
        ]),
    ...(anchorWitnessUrl === undefined ? [] : [createWitnessAnchor(anchorWitnessUrl, anchorWitnessKey ?? "")]),
  ];
}

let made: { env: Env; anchors: Anchor[] } | undefined;

/** Where checkpoints go, by the settings of this process. A further kind is added here. */
export function listAnchors(): readonly Anchor[] {
  const env = getEnv();
  if (made?.env !== env) made = { env, anchors: make(env) };
  return made.anchors;
}
