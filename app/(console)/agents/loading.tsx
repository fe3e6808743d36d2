import { PageSkeleton } from "@/components/ui/skeleton";

export default function AgentsLoading() {
  return <PageSkeleton label="Loading the agents" />;
}
