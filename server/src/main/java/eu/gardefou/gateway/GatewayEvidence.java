package eu.gardefou.gateway;

import eu.gardefou.evidence.EvidenceLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GatewayEvidence {
  @Bean
  DecisionLookup decisionLookup(EvidenceLog evidence) {
    return evidence::find;
  }
}
